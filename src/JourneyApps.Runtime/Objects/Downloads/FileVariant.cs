namespace JourneyApps;

/// <summary>The versions of a photo or signature that can be downloaded. An attachment has the original only.</summary>
public enum FileVariant
{
    /// <summary>A small image.</summary>
    Thumbnail,

    /// <summary>An image that fills a screen.</summary>
    Fullscreen,

    /// <summary>The file as it was taken or drawn.</summary>
    Original,

    /// <summary>A signature as vector graphics (SVG).</summary>
    Svg,
}
