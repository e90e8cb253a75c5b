using System.Text.Json;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Writing;

/// <summary>
/// Positions, as the documented object or as the six-element array that the platform's client sends (backend-api §8.5). Stored whole: what
/// is left out becomes null, a missing time the current one.
/// </summary>
internal static class LocationValue
{
    private static readonly string[] Parts = ["latitude", "longitude", "altitude", "horizontal_accuracy", "vertical_accuracy"];

    public static void Write(Utf8JsonWriter writer, Member member, JsonElement value, WriteContext context)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) throw MemberWriter.Wrong(member, "a location");

        writer.WriteStartObject();
        for (int i = 0; i < Parts.Length; i++) WritePart(writer, member, i, Part(value, i, Parts[i]), context);
        writer.WriteString("timestamp"u8, IsoTime.Moment(Time(member, Part(value, 5, "timestamp"), context)));
        writer.WriteEndObject();
    }

    private static JsonElement Part(JsonElement value, int index, string name)
    {
        if (value.ValueKind == JsonValueKind.Array) return index < value.GetArrayLength() ? value[index] : default;
        return value.TryGetProperty(name, out JsonElement part) ? part : default;
    }

    private static void WritePart(Utf8JsonWriter writer, Member member, int index, JsonElement part, WriteContext context)
    {
        writer.WritePropertyName(Parts[index]);
        if (!IsBlank(part)) writer.WriteNumberValue(JsonNumbers.Number(part, context.FromForm) ?? throw Wrong(member, Parts[index], "a number"));
        else if (index < 2) throw Wrong(member, Parts[index], "a number");
        else writer.WriteNullValue();
    }

    private static long Time(Member member, JsonElement part, WriteContext context) =>
        IsBlank(part) ? context.Now : MemberWriter.Moment(part, context) ?? throw Wrong(member, "timestamp", "an ISO 8601 date and time");

    private static bool IsBlank(JsonElement part) =>
        part.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (part.ValueKind == JsonValueKind.String && part.ValueEquals(""u8));

    private static Http.ApiException Wrong(Member member, string part, string expected) =>
        WriteContext.Invalid($"Invalid value for field '{member.Name}': {expected} expected for '{part}'.");
}
