namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A value as people read it.</summary>
internal abstract record ValueView
{
    private ValueView() { }

    /// <summary>Text, numbers, dates and times.</summary>
    /// <param name="Value">The text.</param>
    internal sealed record Text(string Value) : ValueView;

    /// <summary>A value that is JSON, such as a track.</summary>
    /// <param name="Json">The JSON.</param>
    internal sealed record Code(string Json) : ValueView;

    /// <summary>The selected options.</summary>
    /// <param name="Options">The options.</param>
    internal sealed record Chips(IReadOnlyList<ChipView> Options) : ValueView;

    /// <summary>A related object.</summary>
    /// <param name="Url">Its page; <see langword="null"/> if there is no such object.</param>
    /// <param name="Display">Its display text, or the id if it has none.</param>
    internal sealed record Link(string? Url, string Display) : ValueView;

    /// <summary>A location.</summary>
    /// <param name="Coordinates">Latitude and longitude in degrees.</param>
    internal sealed record Place(string Coordinates) : ValueView;

    /// <summary>An attachment.</summary>
    /// <param name="Url">Its content; <see langword="null"/> until it is uploaded.</param>
    /// <param name="Name">The file name, or the state until it is uploaded.</param>
    /// <param name="Size">The length as text; <see langword="null"/> until it is uploaded.</param>
    /// <param name="IsPicture">Whether browsers show it.</param>
    internal sealed record File(string? Url, string Name, string? Size, bool IsPicture) : ValueView;
}
