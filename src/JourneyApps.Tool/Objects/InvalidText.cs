using System.Text.Json;

namespace JourneyApps.Tool.Objects;

/// <summary>Texts that no file and no request can contain: an escape such as <c>\ud800</c> alone is valid JSON, and a server can send bytes
/// that are not UTF-8. Writers would silently replace them.</summary>
internal static class InvalidText
{
    /// <summary>Whether a value contains such a text.</summary>
    public static bool IsIn(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().Any(member => member.Name is null || IsIn(member.Value)),
                JsonValueKind.Array => value.EnumerateArray().Any(IsIn),
                JsonValueKind.String => value.GetString() is null,
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
