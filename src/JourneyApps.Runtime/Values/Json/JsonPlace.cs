namespace JourneyApps.Internal.Values.Json;

/// <summary>Where in an answer a value stands.</summary>
/// <param name="Model">The model's schema name, or null.</param>
/// <param name="Field">The JSON member, or null for the object as a whole.</param>
/// <param name="ObjectId">The object's id, or null when it has none that can be read.</param>
/// <param name="FoundKind">What kind of value stands there, in words.</param>
/// <param name="Found">The beginning of what stands there: the user's data, so no part of messages.</param>
internal sealed record JsonPlace(string? Model, string? Field = null, string? ObjectId = null, string? FoundKind = null, string? Found = null)
{
    public override string ToString()
    {
        string what = Field is null ? Model ?? "The answer" : $"{Model}.{Field}";
        return ObjectId is null ? what : $"{what} of object {ObjectId}";
    }
}
