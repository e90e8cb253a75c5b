using System.Text;

namespace JourneyApps.Tool.Files;

/// <summary>Reads text files and rejects bytes that their encoding does not allow. The usual decoders replace them silently.</summary>
internal static class TextFile
{
    private const int BufferSize = 64 * 1024;
    private const string Utf8 = "utf-8";
    private const string SaveAsUtf8 = "Save it as UTF-8.";
    private const string NameEncoding = "Save it as UTF-8, or name its encoding with --encoding, such as windows-1252.";

    /// <summary>Opens a file of any size after checking all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encodingName">The encoding of a file without a byte order mark; null for UTF-8.</param>
    /// <exception cref="ToolException">The encoding is unknown, or the file is not text in this encoding.</exception>
    public static StreamReader Open(string path, string? encodingName)
    {
        Encoding named = FindEncoding(encodingName ?? Utf8);
        FileStream file = InputFile.Open(path);
        try
        {
            if (!file.CanSeek) throw new ToolException($"'{path}' is not a file that can be read twice. Save it to a file first.");
            Encoding encoding = Check(file, path, named, NameEncoding);
            file.Position = 0;
            return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, BufferSize);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a small file in UTF-8 or with a byte order mark.</summary>
    /// <exception cref="ToolException">The file is too large, or not text.</exception>
    public static string Read(string path, int maxBytes)
    {
        using FileStream file = InputFile.Open(path);
        byte[] content = new byte[maxBytes + 1];
        int length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        if (length > maxBytes) throw new ToolException($"'{path}' is larger than {maxBytes / 1024} KiB.");
        MemoryStream memory = new(content, 0, length);
        Encoding encoding = Check(memory, path, FindEncoding(Utf8), SaveAsUtf8);
        memory.Position = 0;
        using StreamReader reader = new(memory, encoding, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    /// <summary>Rejects content with a byte order mark whose other bytes are not text of that encoding.</summary>
    /// <exception cref="ToolException">The content is not text.</exception>
    public static void CheckMarked(string path, byte[] content)
    {
        if (DetectMark(content) is { } encoding) Check(new MemoryStream(content), path, encoding, SaveAsUtf8);
    }

    // Reads all of the stream and returns its encoding.
    private static Encoding Check(Stream stream, string path, Encoding unmarked, string advice)
    {
        byte[] start = new byte[4];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        Encoding encoding = DetectMark(start.AsSpan(0, length)) ?? unmarked;
        bool isText = true;
        stream.Position = 0;
        try
        {
            using StreamReader reader = new(stream, encoding, detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);
            char[] buffer = new char[BufferSize];
            // Text has no U+0000. UTF-16 without a byte order mark is valid UTF-8 with one beside each letter.
            for (int read = reader.Read(buffer); read > 0 && isText; read = reader.Read(buffer))
                isText = !buffer.AsSpan(0, read).Contains('\0');
        }
        catch (DecoderFallbackException)
        {
            isText = false;
        }

        if (isText) return encoding;
        stream.Position = 0;
        (long line, long column) = FindInvalid(stream, encoding);
        throw new ToolException($"'{path}' is not {encoding.WebName} text: line {line}, column {column}. {advice}");
    }

    private static Encoding? DetectMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => FindEncoding(Utf8),
        [0xFF, 0xFE, 0, 0, ..] => FindEncoding("utf-32"),
        [0, 0, 0xFE, 0xFF, ..] => FindEncoding("utf-32BE"),
        [0xFF, 0xFE, ..] => FindEncoding("utf-16"),
        [0xFE, 0xFF, ..] => FindEncoding("utf-16BE"),
        _ => null,
    };

    private static Encoding FindEncoding(string name)
    {
        try
        {
            (EncoderFallback encoder, DecoderFallback decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder) ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new ToolException($"'{name}' is not a known encoding; use a name such as utf-8, utf-16 or windows-1252.", ExitCode.Usage);
        }
    }

    private static (long Line, long Column) FindInvalid(Stream stream, Encoding encoding)
    {
        Decoder decoder = encoding.GetDecoder();
        char[] characters = new char[8];
        (long line, long column, bool afterCarriageReturn) = (1, 1, false);
        BufferedStream file = new(stream, BufferSize);
        try
        {
            for (int read = file.ReadByte(); read >= 0; read = file.ReadByte())
            {
                foreach (char c in characters.AsSpan(0, decoder.GetChars([(byte)read], characters, flush: false)))
                {
                    if (c == '\0') return (line, column);
                    column++;
                    if (c == '\r' || (c == '\n' && !afterCarriageReturn)) line++;
                    if (c is '\r' or '\n' or '\ufeff') column = 1;
                    afterCarriageReturn = c == '\r';
                }
            }
        }
        catch (DecoderFallbackException)
        {
            // This is the place.
        }

        return (line, column);
    }
}
