namespace JourneyApps;

/// <summary>The variants of a photo or signature that can be downloaded. An attachment has only the original.</summary>
public enum FileVariant
{
    /// <summary>A small image.</summary>
    Thumbnail,

    /// <summary>An image in screen size.</summary>
    Fullscreen,

    /// <summary>The original file.</summary>
    Original,

    /// <summary>A signature as vector graphics (SVG).</summary>
    Svg,
}
