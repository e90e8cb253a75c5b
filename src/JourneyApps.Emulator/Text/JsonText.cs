using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Emulator.Text;

/// <summary>Text in JSON, which can hold half a surrogate pair that a .NET string in UTF-8 cannot.</summary>
internal static class JsonText
{
    /// <summary>
    /// Escapes only what JSON requires, as the platform does. The resolver makes the emulator independent of
    /// <c>JsonSerializerIsReflectionEnabledByDefault</c>, which the program may have set to <see langword="false"/>.
    /// </summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The text; <see langword="null"/> if the value is not text, or holds half a surrogate pair.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a property; <see langword="null"/> if it is absent or not text.</summary>
    public static string? Of(JsonElement value, string property)
        => value.TryGetProperty(property, out JsonElement found) ? Of(found) : null;

    /// <summary>A stored key or plain value as text.</summary>
    public static string OfKey(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => key.GetString()!,
        _ => key.GetRawText(),
    };

    /// <summary>Whether all texts and names of a value are well-formed.</summary>
    public static bool IsWellFormed(JsonElement value) => IsWellFormed(value, onlyNames: false);

    /// <summary>Whether all names of a body are well-formed; a search for a name fails on others.</summary>
    public static bool HasWellFormedNames(ReadOnlySpan<byte> body, JsonElement root)
        => (body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0) || IsWellFormed(root, onlyNames: true);

    /// <summary>Replaces halves of surrogate pairs, which come from malformed URLs and bodies and which no encoder accepts.</summary>
    public static string WellFormed(string text)
        => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static bool IsWellFormed(JsonElement value, bool onlyNames) => value.ValueKind switch
    {
        JsonValueKind.String => onlyNames || Of(value) is not null,
        JsonValueKind.Array => value.EnumerateArray().All(item => IsWellFormed(item, onlyNames)),
        JsonValueKind.Object
            => value.EnumerateObject().All(property => HasWellFormedName(property) && IsWellFormed(property.Value, onlyNames)),
        _ => true,
    };

    private static bool HasWellFormedName(JsonProperty property)
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
