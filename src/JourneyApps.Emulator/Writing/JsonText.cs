using System.Text.Json;
using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Writing;

/// <summary>Text out of JSON.</summary>
internal static class JsonText
{
    /// <summary>The text; <see langword="null"/> when the value is none or holds half a surrogate pair, which JSON can say and text cannot.</summary>
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

    public static bool? Boolean(JsonElement value, bool fromForm) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when fromForm => Of(value) switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>Refuses a value that holds text which cannot be stored.</summary>
    public static void RequireWellFormed(JsonElement value, Member member)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when Of(value) is null:
                throw MemberWriter.Wrong(member, "well-formed text");
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray()) RequireWellFormed(item, member);
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject()) RequireWellFormedProperty(property, member);
                break;
        }
    }

    private static void RequireWellFormedProperty(JsonProperty property, Member member)
    {
        try
        {
            _ = property.Name;
        }
        catch (InvalidOperationException)
        {
            throw MemberWriter.Wrong(member, "well-formed text");
        }

        RequireWellFormed(property.Value, member);
    }
}
