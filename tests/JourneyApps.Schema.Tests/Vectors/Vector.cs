using System.Text.Json;

namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>A document with what the platform's parser says of it, read as version 4.0.</summary>
public sealed record Vector(int Number, string Document, VectorMessage[] Expected, bool Crash)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Vector[] All { get; } = JsonSerializer.Deserialize<Vector[]>(File.ReadAllText(TestFiles.Find("Vectors/vectors.json")), Web)!;
}
