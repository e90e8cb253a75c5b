using System.Globalization;
using System.Text.Json;

namespace JourneyApps.Emulator.Models;

/// <summary>Whether stored JSON has the form that a kind of member is stored in. After a field was given another type it may not.</summary>
internal static class StoredForm
{
    public static bool Fits(MemberKind kind, JsonElement value) => kind switch
    {
        MemberKind.Integer or MemberKind.Number or MemberKind.IntegerChoice => value.ValueKind == JsonValueKind.Number,
        MemberKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        MemberKind.Choices => IsArrayOf(value, JsonValueKind.String),
        MemberKind.IntegerChoices => IsArrayOf(value, JsonValueKind.Number),
        MemberKind.Location => value.ValueKind == JsonValueKind.Object,
        MemberKind.Track => true,
        MemberKind.Date => IsTime(value, "yyyy-MM-dd"),
        MemberKind.DateTime => IsTime(value, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        _ => value.ValueKind == JsonValueKind.String,
    };

    private static bool IsArrayOf(JsonElement value, JsonValueKind kind) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == kind);

    private static bool IsTime(JsonElement value, string format) =>
        value.ValueKind == JsonValueKind.String && DateTime.TryParseExact(value.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
