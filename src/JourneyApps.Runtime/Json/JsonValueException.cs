namespace JourneyApps.Json;

/// <summary>A JSON value that cannot be what its place asks for. The boundary to users turns it into a public exception.</summary>
/// <param name="place">Model, object and field as far as they are known.</param>
/// <param name="expected">What was expected.</param>
/// <param name="inner">The fault underneath, or null.</param>
internal sealed class JsonValueException(JsonPlace place, string expected, Exception? inner = null)
    : Exception($"{place}: expected {expected}.", inner)
{
    public JsonPlace Place { get; } = place;

    public string Expected { get; } = expected;
}
