namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The list of models.</summary>
/// <param name="Models">The models in the order of the schema.</param>
internal sealed record ModelsView(IReadOnlyList<ModelView> Models);
