namespace JourneyApps.Internal.Values.Json;

/// <summary>Where a value is in a response.</summary>
/// <param name="Model">The model's schema name, or null.</param>
/// <param name="Field">The JSON member, or null for the object as a whole.</param>
/// <param name="ObjectId">The object's id, or null if it cannot be read.</param>
/// <param name="FoundKind">A description of the value found there.</param>
/// <param name="Found">The beginning of the value found there. It is the user's data, so messages do not contain it.</param>
internal sealed record JsonPlace(
    string? Model, string? Field = null, string? ObjectId = null, string? FoundKind = null, string? Found = null)
{
    public override string ToString()
    {
        string what = Field is null ? Model ?? "The answer" : $"{Model}.{Field}";
        return ObjectId is null ? what : $"{what} of object {ObjectId}";
    }
}
