namespace JourneyApps.Internal.Values.Json;

/// <summary>Malformed JSON, or a value that its field cannot have. Public methods turn it into a public exception.</summary>
/// <param name="place">Model, object and field as far as they are known.</param>
/// <param name="expected">What was expected.</param>
/// <param name="inner">The fault underneath, or null.</param>
internal sealed class JsonValueException(JsonPlace place, string expected, Exception? inner = null)
    : Exception($"{place}: expected {expected}{(place.FoundKind is null ? "" : $", found {place.FoundKind}")}.", inner)
{
    public JsonPlace Place { get; } = place;

    public string Expected { get; } = expected;

    /// <summary>The whole response is malformed, rather than one value in it.</summary>
    public bool IsWholeResponse { get; init; }
}
