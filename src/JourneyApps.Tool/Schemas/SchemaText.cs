using System.Text;

namespace JourneyApps.Tool.Schemas;

/// <summary>Decodes a schema file as the compiler does: by its byte order mark, else as UTF-8, else as Latin-1. The encoding in the XML declaration is ignored.</summary>
internal static class SchemaText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(byte[] bytes)
    {
        try
        {
            return Decode(bytes, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return Decode(bytes, Encoding.Latin1);
        }
    }

    private static string Decode(byte[] bytes, Encoding withoutMark)
    {
        using StreamReader reader = new(new MemoryStream(bytes), withoutMark, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
