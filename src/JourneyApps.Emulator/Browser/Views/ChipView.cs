namespace JourneyApps.Emulator.Browser.Views;

/// <summary>An option as a colored chip.</summary>
/// <param name="Label">The label.</param>
/// <param name="Tone">The number of the color; <see langword="null"/> for an option that the schema does not have.</param>
internal sealed record ChipView(string Label, int? Tone);
