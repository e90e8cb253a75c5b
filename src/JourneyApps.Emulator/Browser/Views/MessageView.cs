namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A page with one sentence.</summary>
/// <param name="Text">The sentence.</param>
internal sealed record MessageView(string Text);
