namespace JourneyApps.Internal.Values.Json;

/// <summary>JSON that is none, or a value that cannot be what its place asks for. The boundary to users turns it into a public exception.</summary>
/// <param name="place">Model, object and field as far as they are known.</param>
/// <param name="expected">What was expected.</param>
/// <param name="inner">The fault underneath, or null.</param>
internal sealed class JsonValueException(JsonPlace place, string expected, Exception? inner = null)
    : Exception($"{place}: expected {expected}{(place.FoundKind is null ? "" : $", found {place.FoundKind}")}.", inner)
{
    public JsonPlace Place { get; } = place;

    public string Expected { get; } = expected;

    /// <summary>The answer as a whole is broken, and not one value in it.</summary>
    public bool IsWholeAnswer { get; init; }
}
