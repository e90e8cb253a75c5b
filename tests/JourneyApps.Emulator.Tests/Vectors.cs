using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>The vectors that were made with the platform's own parser and engine, one JSON object a line.</summary>
internal static class Vectors
{
    /// <summary>The schema that the vectors are over.</summary>
    public static string Room(string display = "{name}") =>
        Schemas.Read("Vectors/room.xml").Replace("DISPLAY", System.Security.SecurityElement.Escape(display), StringComparison.Ordinal);

    public static JsonElement[] Read(string name) =>
        [.. Schemas.Read($"Vectors/{name}.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
