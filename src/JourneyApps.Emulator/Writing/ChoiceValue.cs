using System.Globalization;
using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Writing;

/// <summary>Keys of choices: written bare, and only those of the schema (error-responses page).</summary>
internal static class ChoiceValue
{
    public static void Write(Utf8JsonWriter writer, Member member, JsonElement value, bool fromForm) => WriteKey(writer, FindOption(member, value, fromForm));

    public static void WriteMany(Utf8JsonWriter writer, Member member, JsonElement value, WriteContext context)
    {
        if (value.ValueKind != JsonValueKind.Array) throw MemberWriter.Wrong(member, "an array of keys");

        writer.WriteStartArray();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonElement item in value.EnumerateArray())
        {
            FieldOption option = FindOption(member, item, context.FromForm);
            if (seen.Add(option.Key!) || context.Assumptions.KeepDuplicateKeys) WriteKey(writer, option);
        }

        writer.WriteEndArray();
    }

    private static FieldOption FindOption(Member member, JsonElement value, bool fromForm)
    {
        bool isInteger = member.Kind is MemberKind.IntegerChoice or MemberKind.IntegerChoices;
        string? key = isInteger ? JsonNumbers.Long(value, fromForm)?.ToString(CultureInfo.InvariantCulture) : JsonText.Of(value);
        return (key is null ? null : member.FindOption(key))
            ?? throw WriteContext.Invalid($"Invalid option {Quoted(value)} for field '{member.Name}'.");
    }

    private static void WriteKey(Utf8JsonWriter writer, FieldOption option)
    {
        if (option.Number is { } number) writer.WriteNumberValue(number);
        else writer.WriteStringValue(option.Key);
    }

    private static string Quoted(JsonElement value)
    {
        string raw = value.ValueKind == JsonValueKind.String ? JsonText.Of(value) ?? "?" : value.GetRawText();
        return $"\"{(raw.Length <= 200 ? raw : raw[..200] + "…")}\"";
    }
}
