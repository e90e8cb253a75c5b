using System.Text;

namespace JourneyApps.Tool.Objects;

/// <summary>Opens text files and rejects bytes that their encoding does not allow. The usual decoders replace them silently.</summary>
internal static class TextFile
{
    /// <summary>Opens a file after checking all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encodingName">The encoding of a file without a byte order mark; null for UTF-8.</param>
    /// <exception cref="ToolException">The encoding is unknown, or the file is not text in this encoding.</exception>
    public static StreamReader Open(string path, string? encodingName)
    {
        Encoding encoding = DetectMark(path) ?? Find(encodingName ?? "utf-8");
        try
        {
            using StreamReader check = new(path, encoding, detectEncodingFromByteOrderMarks: false);
            char[] buffer = new char[64 * 1024];
            while (check.Read(buffer) > 0)
            {
                // Reading is the check.
            }
        }
        catch (DecoderFallbackException)
        {
            (long line, long column) = FindInvalidByte(path, encoding);
            throw new ToolException(
                $"'{path}' is not {encoding.WebName} text: line {line}, column {column}. "
                + "Save it as UTF-8, or name its encoding with --encoding, such as windows-1252.");
        }

        return new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: false);
    }

    private static Encoding? DetectMark(string path)
    {
        Span<byte> mark = stackalloc byte[3];
        using FileStream file = File.OpenRead(path);
        mark = mark[..file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        return mark switch
        {
            [0xEF, 0xBB, 0xBF] => Find("utf-8"),
            [0xFF, 0xFE, ..] => Find("utf-16"),
            [0xFE, 0xFF, ..] => Find("utf-16BE"),
            _ => null,
        };
    }

    private static Encoding Find(string name)
    {
        try
        {
            (EncoderFallback encoder, DecoderFallback decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder) ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (ArgumentException)
        {
            throw new ToolException($"'{name}' is not a known encoding; use a name such as utf-8, utf-16 or windows-1252.", ExitCode.Usage);
        }
    }

    private static (long Line, long Column) FindInvalidByte(string path, Encoding encoding)
    {
        Decoder decoder = encoding.GetDecoder();
        char[] characters = new char[8];
        (long line, long column, bool afterCarriageReturn) = (1, 1, false);
        using BufferedStream file = new(File.OpenRead(path), 64 * 1024);
        try
        {
            for (int read = file.ReadByte(); read >= 0; read = file.ReadByte())
            {
                foreach (char c in characters.AsSpan(0, decoder.GetChars([(byte)read], characters, flush: false)))
                {
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
