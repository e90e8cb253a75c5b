using System.Text.Json;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Writing;

/// <summary>Takes the value of one member out of a body and writes it as it is stored.</summary>
internal static class MemberWriter
{
    /// <summary>Writes the value that the body gives; a null writes nothing. False when the body says nothing about the member.</summary>
    public static bool TryWrite(Utf8JsonWriter writer, Member member, JsonElement body, WriteContext context)
    {
        if (member.Kind == MemberKind.Attachment) return AttachmentValue.TryWrite(writer, member, body, context);
        if (!body.TryGetProperty(member.KeyUtf8, out JsonElement value)) return false;
        if (IsNull(member, value, context)) return true;

        writer.WritePropertyName(member.EncodedKey);
        Write(writer, member, value, context);
        return true;
    }

    // A form has no null: its empty text is one, but for text itself.
    private static bool IsNull(Member member, JsonElement value, WriteContext context) =>
        value.ValueKind == JsonValueKind.Null
        || (context.FromForm && member.Kind != MemberKind.Text && value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8));

    private static void Write(Utf8JsonWriter writer, Member member, JsonElement value, WriteContext context)
    {
        switch (member.Kind)
        {
            case MemberKind.Text:
                writer.WriteStringValue(JsonText.Of(value) ?? throw Wrong(member, "text"));
                break;
            case MemberKind.Integer:
                writer.WriteNumberValue(JsonNumbers.Integer(value, context) ?? throw Wrong(member, "an integer from -2147483648 to 2147483647"));
                break;
            case MemberKind.Number:
                writer.WriteNumberValue(JsonNumbers.Number(value, context.FromForm) ?? throw Wrong(member, "a number"));
                break;
            case MemberKind.Date:
                writer.WriteStringValue(JsonText.Of(value) is { } day && IsoTime.TryDay(day, out DateOnly date) ? IsoTime.Day(date) : throw Wrong(member, "an ISO 8601 date"));
                break;
            case MemberKind.DateTime:
                writer.WriteStringValue(IsoTime.Moment(Moment(value, context) ?? throw Wrong(member, "an ISO 8601 date and time")));
                break;
            case MemberKind.Boolean:
                writer.WriteBooleanValue(JsonText.Boolean(value, context.FromForm) ?? throw Wrong(member, "true or false"));
                break;
            case MemberKind.Choice or MemberKind.IntegerChoice:
                ChoiceValue.Write(writer, member, value, context.FromForm);
                break;
            case MemberKind.Choices or MemberKind.IntegerChoices:
                ChoiceValue.WriteMany(writer, member, value, context);
                break;
            case MemberKind.Location:
                LocationValue.Write(writer, member, value, context);
                break;
            case MemberKind.Link:
                writer.WriteStringValue(LinkedId(member, value, context));
                break;
            default:
                // What a track holds is not documented; it is kept as it came.
                JsonText.RequireWellFormed(value, member);
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>A moment in whole seconds, or <see langword="null"/> when the value is none.</summary>
    public static long? Moment(JsonElement value, WriteContext context)
    {
        if (JsonText.Of(value) is not { } text || !IsoTime.TryMoment(text, out long seconds, out double fraction)) return null;
        return context.Assumptions.RoundMilliseconds && fraction >= 0.5 ? seconds + 1 : seconds;
    }

    /// <summary>The error for a value of the wrong kind.</summary>
    public static Http.ApiException Wrong(Member member, string expected) =>
        WriteContext.Invalid($"Invalid value for field '{member.Key}': {expected} expected.");

    private static string LinkedId(Member member, JsonElement value, WriteContext context)
    {
        string id = JsonText.Of(value) is { } text && ObjectId.IsValid(text, context.Assumptions) ? text : throw Wrong(member, "a lower-case UUID");
        if (context.Assumptions.AllowDanglingLinks || context.Exists(member.Link!.Model, id)) return id;
        throw WriteContext.Invalid($"No {member.Link.Model} found with ID: '{id}' for field '{member.Key}'.");
    }
}
