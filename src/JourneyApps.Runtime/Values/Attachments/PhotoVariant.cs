namespace JourneyApps;

/// <summary>The versions of a photo that can be downloaded.</summary>
public enum PhotoVariant
{
    /// <summary>A small version.</summary>
    Thumbnail,

    /// <summary>A version that fills a screen.</summary>
    Fullscreen,

    /// <summary>The photo as it was taken.</summary>
    Original,
}
