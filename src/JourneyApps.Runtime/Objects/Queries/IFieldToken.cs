namespace JourneyApps.Internal.Objects.Queries;

/// <summary>A field in queries; explicit, so that nothing but operators shows on tokens.</summary>
internal interface IFieldToken
{
    string? FieldName { get; }
}
