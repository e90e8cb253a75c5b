namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A page: its frame and the component that shows its content.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Section">The path of the entry in the navigation that the page belongs to.</param>
/// <param name="Body">The type of the component.</param>
/// <param name="Content">What the component shows.</param>
internal sealed record PageView(string Title, string Section, Type Body, object Content)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;
}
