using JourneyApps.Schema;

namespace JourneyApps.Emulator.Attachments;

/// <summary>The URLs that an uploaded attachment has, by the type of its field (backend-api §7.1).</summary>
internal static class Variants
{
    private static readonly string[] File = ["original"];
    private static readonly string[] Photo = ["thumbnail", "fullscreen", "original"];
    private static readonly string[] Signature = ["thumbnail", "fullscreen", "original", "svg"];

    public static IReadOnlyList<string> Of(FieldType type) => type switch
    {
        FieldType.Photo => Photo,
        FieldType.Signature => Signature,
        _ => File,
    };
}
