namespace JourneyApps.Plumbing;

/// <summary>The names of the variants that the platform documents.</summary>
internal static class AttachmentUrls
{
    public const string Original = "original";
    public const string Fullscreen = "fullscreen";
    public const string Thumbnail = "thumbnail";
    public const string Svg = "svg";

    public static string? Intern(ReadOnlySpan<byte> utf8) =>
        utf8.SequenceEqual("thumbnail"u8) ? Thumbnail
        : utf8.SequenceEqual("fullscreen"u8) ? Fullscreen
        : utf8.SequenceEqual("original"u8) ? Original
        : utf8.SequenceEqual("svg"u8) ? Svg
        : null;
}
