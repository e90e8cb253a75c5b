using System.Text.Json;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Emulator.Http;

/// <summary>Names in JSON that no text can hold: halves of surrogate pairs, which a later search for a name would stumble over.</summary>
internal static class JsonNames
{
    public static bool AreWellFormed(ReadOnlySpan<byte> body, JsonElement root) =>
        (body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0) || AreWellFormed(root);

    private static bool AreWellFormed(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (!IsWellFormed(property) || !AreWellFormed(property.Value)) return false;
                }

                return true;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (!AreWellFormed(item)) return false;
                }

                return true;
            default:
                return true;
        }
    }

    private static bool IsWellFormed(JsonProperty property)
    {
        try
        {
            _ = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
