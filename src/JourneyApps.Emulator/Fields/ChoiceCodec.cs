using System.Globalization;

namespace JourneyApps.Emulator.Fields;

/// <summary>The key of one option. Requests send it bare, and only keys of the schema are accepted (error-responses page).</summary>
internal sealed class ChoiceCodec(bool hasIntegerKeys) : FieldCodec
{
    // Error messages quote at most this much of a value.
    private const int MaxQuoted = 200;

    public override bool Fits(JsonElement stored) => stored.ValueKind == (hasIntegerKeys ? JsonValueKind.Number : JsonValueKind.String);

    public override void Show(Utf8JsonWriter writer, Member member, JsonElement stored)
    {
        writer.WritePropertyName(member.EncodedKey);
        member.WriteOption(writer, stored);
    }

    // The client drops integer keys that the schema does not have, and keeps others.
    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
        => member.LabelOf(stored) ?? (hasIntegerKeys ? string.Empty : Member.InvalidLabel);

    public override QueryValue? ReadUrl(string text) => ReadKey(text, hasIntegerKeys);

    public override object? ToSql(QueryValue value, bool isOrdered)
    {
        if (hasIntegerKeys) return NumberCodec.SqlNumber(value);
        return value.Kind == QueryValueKind.Text && !isOrdered ? TextCodec.SqlText(value) : null;
    }

    public override string OrderBy(string column, bool ignoreCase) => hasIntegerKeys ? column : TextCodec.TextOrder(column, ignoreCase);

    /// <summary>A key in a URL; <see langword="null"/> if it cannot be one.</summary>
    public static QueryValue? ReadKey(string text, bool isInteger) => isInteger ? NumberCodec.UrlNumber(text) : QueryValue.OfText(text);

    /// <summary>The option that a request's value names.</summary>
    public static FieldOption FindOption(Member member, JsonElement value, bool isInteger, bool fromForm)
    {
        string? key = isInteger ? WholeNumber(value, fromForm)?.ToString(CultureInfo.InvariantCulture) : JsonText.Of(value);
        return (key is null ? null : member.FindOption(key))
            ?? throw ApiException.InvalidValue($"Invalid option \"{Quoted(value)}\" for field '{member.Name}'.");
    }

    public static void StoreKey(Utf8JsonWriter writer, FieldOption option)
    {
        if (option.Number is { } number) writer.WriteNumberValue(number);
        else writer.WriteStringValue(option.Key);
    }

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
        => StoreKey(writer, FindOption(member, value, hasIntegerKeys, context.FromForm));

    // Keys can exceed 32 bits; a double holds them exactly up to 2^53.
    private static long? WholeNumber(JsonElement value, bool fromForm)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long exact)) return exact;
        return NumberCodec.Number(value, fromForm) is { } number && number == Math.Floor(number) && Math.Abs(number) < 9e15
            ? (long)number
            : null;
    }

    private static string Quoted(JsonElement value)
    {
        string raw = value.ValueKind == JsonValueKind.String ? JsonText.Of(value) ?? "?" : value.GetRawText();
        return raw.Length <= MaxQuoted ? raw : raw[..MaxQuoted] + "…";
    }
}
