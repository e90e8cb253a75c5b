namespace JourneyApps;

/// <summary>The versions of a signature that can be downloaded.</summary>
public enum SignatureVariant
{
    /// <summary>A small picture.</summary>
    Thumbnail,

    /// <summary>A picture that fills a screen.</summary>
    Fullscreen,

    /// <summary>The signature as it was drawn.</summary>
    Original,

    /// <summary>The signature as a drawing (SVG).</summary>
    Svg,
}
