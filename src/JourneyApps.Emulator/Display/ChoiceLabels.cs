using System.Text.Json;
using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Display;

/// <summary>The labels of stored keys.</summary>
internal static class ChoiceLabels
{
    /// <summary>The label of a key; <see langword="null"/> when the schema does not have it any more.</summary>
    public static string? Find(Member member, JsonElement key) => member.FindOption(KeyOf(key))?.Label;

    /// <summary>A key as text.</summary>
    public static string KeyOf(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => key.GetString()!,
        _ => key.GetRawText(),
    };
}
