namespace JourneyApps.Json;

/// <summary>Where in an answer a value stands.</summary>
/// <param name="Model">The model's schema name, or null.</param>
/// <param name="Field">The JSON member, or null for the object as a whole.</param>
/// <param name="ObjectId">The object's id, or null when it has none that can be read.</param>
/// <param name="Found">The beginning of what stands there.</param>
internal sealed record JsonPlace(string? Model, string? Field, string? ObjectId, string? Found)
{
    public override string ToString()
    {
        string what = Field is null ? Model ?? "The answer" : $"{Model}.{Field}";
        string whose = ObjectId is null ? "" : $" of object {ObjectId}";
        return Found is null ? what + whose : $"{what}{whose} is {Found}";
    }
}
