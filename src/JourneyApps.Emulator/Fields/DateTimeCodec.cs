using System.Globalization;

namespace JourneyApps.Emulator.Fields;

/// <summary>Moments in whole seconds.</summary>
/// <param name="isStoredAsSeconds">Whether the value is a column with seconds of Unix time, as <c>updated_at</c> is.</param>
internal sealed class DateTimeCodec(bool isStoredAsSeconds) : FieldCodec
{
    public override bool Fits(JsonElement stored) => IsoTime.HasFormat(stored, IsoTime.MomentFormat);

    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
    {
        if (part.Specifier is { } specifier) return specifier;
        IsoTime.TryMoment(stored.GetString()!, out long seconds, out _);
        DateTimeOffset moment = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone);
        return moment.ToString("MMMM d yyyy h:mm tt", CultureInfo.InvariantCulture);
    }

    public override QueryValue Read(JsonElement stored)
        => IsoTime.TryMoment(stored.GetString()!, out long seconds, out _) ? QueryValue.OfMoment(seconds) : QueryValue.Null;

    // A plain day represents all of its moments.
    public override QueryValue? ReadUrl(string text)
    {
        if (IsoTime.TryPlainDay(text, out DateOnly day)) return QueryValue.OfDay(day);
        return IsoTime.TryMoment(text, out long seconds, out _) ? QueryValue.OfMoment(seconds) : null;
    }

    public override object? ToSql(QueryValue value, bool isOrdered)
    {
        if (value.Kind != QueryValueKind.Moment) return null;
        return isStoredAsSeconds ? (long)value.Number : IsoTime.Moment((long)value.Number);
    }

    /// <summary>A request's moment in seconds of Unix time; <see langword="null"/> if the value is not a moment.</summary>
    public static long? Seconds(JsonElement value, InputContext context)
    {
        if (JsonText.Of(value) is not { } text || !IsoTime.TryMoment(text, out long seconds, out double fraction)) return null;
        return context.Assumptions.RoundMilliseconds && fraction >= 0.5 ? seconds + 1 : seconds;
    }

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
        => writer.WriteStringValue(IsoTime.Moment(Seconds(value, context) ?? throw member.Expected("an ISO 8601 date and time")));

    protected override QueryValue ReadText(string text) => ReadUrl(text) ?? QueryValue.OfText(text);
}
