using System.IO.Compression;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests.Conformance;

/// <summary>What the platform's own client answered, one JSON object a line; the first line says what the others are about. Another set of the
/// same form is read from the folder in <c>CONFORMANCE</c>.</summary>
internal sealed record ConformanceFile(JsonElement Header, IReadOnlyList<JsonElement> Vectors)
{
    public static ConformanceFile Read(string name)
    {
        string folder = Environment.GetEnvironmentVariable("CONFORMANCE") ?? Path.Combine(AppContext.BaseDirectory, "Vectors");
        using GZipStream content = new(File.OpenRead(Path.Combine(folder, name + ".jsonl.gz")), CompressionMode.Decompress);
        using StreamReader reader = new(content);
        List<JsonElement> lines = [];
        while (reader.ReadLine() is { } line) lines.Add(JsonElement.Parse(line));
        return new(lines[0], lines[1..]);
    }
}
