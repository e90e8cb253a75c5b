namespace JourneyApps.Schema.Json;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name, without escapes.</param>
/// <param name="NameSpan">The range of the name without its quotes.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, TextSpan NameSpan, JsonValue Value);
