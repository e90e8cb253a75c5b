using System.Globalization;

namespace JourneyApps.Emulator.Fields;

/// <summary>Numbers: IEEE 754 doubles.</summary>
internal sealed class NumberCodec : FieldCodec
{
    public override bool Fits(JsonElement stored) => stored.ValueKind == JsonValueKind.Number;

    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
    {
        double number = stored.GetDouble();
        if (part.Decimals is { } count) return JavaScriptNumber.WithDecimals(number, count);
        return part.Specifier is null ? JavaScriptNumber.Plain(number) : JavaScriptNumber.Shortest(number);
    }

    public override QueryValue? ReadUrl(string text) => UrlNumber(text);

    public override object? ToSql(QueryValue value, bool isOrdered) => SqlNumber(value);

    /// <summary>A finite number of JSON or of a form; <see langword="null"/> for anything else.</summary>
    public static double? Number(JsonElement value, bool fromForm)
    {
        double number;
        bool isNumber = value.ValueKind == JsonValueKind.Number
            ? value.TryGetDouble(out number)
            : double.TryParse(fromForm ? JsonText.Of(value) : null, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return isNumber && double.IsFinite(number) ? number : null;
    }

    /// <summary>A finite number of a URL; <see langword="null"/> for anything else.</summary>
    public static QueryValue? UrlNumber(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? QueryValue.OfNumber(number)
            : null;

    /// <summary>A number as SQL compares it.</summary>
    public static object? SqlNumber(QueryValue value)
        => value.Kind == QueryValueKind.Number && double.IsFinite(value.Number) ? value.Number : null;

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
        => writer.WriteNumberValue(Number(value, context.FromForm) ?? throw member.Expected("a number"));
}
