namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The objects that belong to an object through a relationship.</summary>
/// <param name="Name">The name of the relationship.</param>
/// <param name="Label">The label of the other model.</param>
/// <param name="Url">The list of the objects.</param>
/// <param name="Count">How many there are.</param>
internal sealed record HasManyView(string Name, string Label, string Url, long Count);
