namespace JourneyApps.Emulator.Browser.Views;

/// <summary>An option.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">The label.</param>
/// <param name="IsSelected">Whether it is selected.</param>
internal sealed record OptionView(string Key, string Label, bool IsSelected);
