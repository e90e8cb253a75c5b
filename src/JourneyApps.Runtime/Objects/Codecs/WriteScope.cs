namespace JourneyApps.Internal.Objects.Codecs;

/// <summary>The fields of one write: a mask of members for generated models, names for records.</summary>
/// <param name="Members">The members of a model.</param>
/// <param name="Names">The fields of a record; null for a model.</param>
internal readonly record struct WriteScope(FieldMask Members, IReadOnlyList<string>? Names)
{
    internal bool IsEmpty => Names is null ? Members.IsEmpty : Names.Count == 0;
}
