using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>Compressed files with one JSON object per line.</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonElement> Read(string file)
    {
        using FileStream stream = File.OpenRead(TestFiles.Find(Path.Combine("Vectors", file)));
        using GZipStream unpacked = new(stream, CompressionMode.Decompress);
        using StreamReader reader = new(unpacked, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>A string that can contain half a surrogate pair, which the JSON reader refuses.</summary>
    public static string Text(JsonElement value)
    {
        string raw = value.GetRawText();
        StringBuilder text = new(raw.Length);
        for (int at = 1; at < raw.Length - 1; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            char escaped = raw[++at];
            if (escaped == 'u')
            {
                text.Append((char)int.Parse(raw.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 4;
                continue;
            }

            text.Append(escaped switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => escaped });
        }

        return text.ToString();
    }
}
