namespace JourneyApps.Emulator.Endpoints;

/// <summary>The route of a request.</summary>
/// <param name="Route">The row of the route table.</param>
/// <param name="Values">The segments of the path by their names in the template.</param>
internal sealed record RouteMatch(Route Route, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The model as the URL names it; empty if there is none.</summary>
    public string Model => Values.GetValueOrDefault("model", string.Empty);
}
