using System.Text.Json;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Conformance;

/// <summary>Objects in the read format, for storing them.</summary>
internal static class ReadFormat
{
    private static readonly HashSet<string> Metadata = ["type", "updated_at", "display"];

    /// <summary>The object as a request sends it: keys instead of options, ids instead of files.</summary>
    public static string ToWrite(JsonElement read)
    {
        JsonObject written = [];
        foreach (JsonProperty property in read.EnumerateObject())
        {
            if (Metadata.Contains(property.Name) || IsFile(property.Value)) continue;
            written[property.Name] = ValueOf(property.Value);
        }

        return written.ToJsonString(Text.JsonText.Options);
    }

    private static JsonNode? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("key", out JsonElement key) => JsonNode.Parse(key.GetRawText()),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(ValueOf)]),
        _ => JsonNode.Parse(value.GetRawText()),
    };

    private static bool IsFile(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("state", out _);
}
