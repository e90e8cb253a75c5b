using System.Globalization;

namespace JourneyApps.Emulator.Fields;

/// <summary>Calendar days.</summary>
internal sealed class DateCodec : FieldCodec
{
    public override bool Fits(JsonElement stored) => IsoTime.HasFormat(stored, IsoTime.DayFormat);

    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
        => part.Specifier ?? DateOnly.ParseExact(stored.GetString()!, IsoTime.DayFormat, CultureInfo.InvariantCulture)
            .ToString("MMMM d yyyy", CultureInfo.InvariantCulture);

    public override QueryValue Read(JsonElement stored)
        => QueryValue.OfDay(DateOnly.ParseExact(stored.GetString()!, IsoTime.DayFormat, CultureInfo.InvariantCulture));

    public override QueryValue? ReadUrl(string text) => IsoTime.TryDay(text, out DateOnly day) ? QueryValue.OfDay(day) : null;

    public override object? ToSql(QueryValue value, bool isOrdered) => value.Kind == QueryValueKind.Day ? value.Text : null;

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
        => writer.WriteStringValue(JsonText.Of(value) is { } text && IsoTime.TryDay(text, out DateOnly day)
            ? IsoTime.Day(day)
            : throw member.Expected("an ISO 8601 date"));

    // The client reads the first ten characters of a text and ignores the rest.
    protected override QueryValue ReadText(string text) => ReadUrl(text.Length > 10 ? text[..10] : text) ?? QueryValue.OfText(text);
}
