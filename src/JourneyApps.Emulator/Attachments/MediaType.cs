namespace JourneyApps.Emulator.Attachments;

/// <summary>The media type of an uploaded file: determined by its first bytes, otherwise by its field.</summary>
internal static class MediaType
{
    public static string Of(ReadOnlySpan<byte> start, Field field)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return "image/png";
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (start.StartsWith("GIF8"u8)) return "image/gif";
        if (start.StartsWith("%PDF-"u8)) return "application/pdf";
        if (start.IndexOf("<svg"u8) >= 0) return "image/svg+xml";
        if (FieldTypeInfo.Of(field.Type).MediaType is { } fixedType) return fixedType;
        return field.Media is { } media && media.Contains('/', StringComparison.Ordinal) ? media : "application/octet-stream";
    }

    /// <summary>The extension for a file that was uploaded without a name.</summary>
    public static string Extension(string mediaType) => mediaType switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/svg+xml" => ".svg",
        "application/pdf" => ".pdf",
        _ => ".bin",
    };
}
