namespace JourneyApps.Internal.Values.Attachments;

/// <summary>The names of the variants that the platform documents.</summary>
internal static class AttachmentUrls
{
    public const string Original = "original";
    public const string Fullscreen = "fullscreen";
    public const string Thumbnail = "thumbnail";
    public const string Svg = "svg";

    public static string? Intern(ReadOnlySpan<byte> utf8) => utf8.Length switch
    {
        9 when utf8.SequenceEqual("thumbnail"u8) => Thumbnail,
        10 when utf8.SequenceEqual("fullscreen"u8) => Fullscreen,
        8 when utf8.SequenceEqual("original"u8) => Original,
        3 when utf8.SequenceEqual("svg"u8) => Svg,
        _ => null,
    };
}
