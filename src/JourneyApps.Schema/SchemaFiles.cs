using System.Text;

namespace JourneyApps.Schema;

/// <summary>Reads schema files the way the compiler reads them, so that every program sees the same text and the same dialect.</summary>
/// <example>
/// <code>
/// ParsedSchema schema = SchemaParser.Parse(SchemaFiles.ReadText("schema.xml"), SchemaFiles.ReadOptions("schema.xml"));
/// </code>
/// </example>
public static class SchemaFiles
{
    private const string ApplicationFileName = "application.xml";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes the content of a schema file: by its byte order mark, otherwise as UTF-8, or as Latin-1 when it is not valid UTF-8.
    /// An encoding that the document declares is ignored.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is <see langword="null"/>.</exception>
    public static string Decode(byte[] content)
    {
        _ = content ?? throw new ArgumentNullException(nameof(content));
        try
        {
            return Decode(content, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return Decode(content, Encoding.GetEncoding(28591));
        }
    }

    /// <summary>Reads and decodes a schema file.</summary>
    /// <param name="path">The path of a <c>schema.xml</c> or <c>datamodel.json</c>.</param>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string ReadText(string path) => Decode(File.ReadAllBytes(path));

    /// <summary>Reads the options that the <c>application.xml</c> in the same folder states.</summary>
    /// <param name="schemaPath">The path of the schema file; it does not have to exist.</param>
    /// <returns>The options; the defaults when the folder has no <c>application.xml</c>.</returns>
    /// <exception cref="IOException">The <c>application.xml</c> cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The <c>application.xml</c> may not be read.</exception>
    public static SchemaOptions ReadOptions(string schemaPath)
    {
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(schemaPath)) ?? "", ApplicationFileName);
        return File.Exists(path) ? SchemaParser.ParseApplication(ReadText(path)) : new SchemaOptions();
    }

    private static string Decode(byte[] content, Encoding withoutMark)
    {
        using StreamReader reader = new(new MemoryStream(content), withoutMark, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
