namespace JourneyApps.Emulator.Fields;

/// <summary>True or false, each with a label.</summary>
internal sealed class BooleanCodec : FieldCodec
{
    public override bool Fits(JsonElement stored) => stored.ValueKind is JsonValueKind.True or JsonValueKind.False;

    public override void Show(Utf8JsonWriter writer, Member member, JsonElement stored)
    {
        writer.WritePropertyName(member.EncodedKey);
        member.WriteOption(writer, stored);
    }

    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
        => member.LabelOf(stored) ?? Member.InvalidLabel;

    public override QueryValue? ReadUrl(string text) => Parse(text) is { } value ? QueryValue.OfBoolean(value) : null;

    public override object? ToSql(QueryValue value, bool isOrdered)
        => value.Kind == QueryValueKind.Boolean && !isOrdered ? (long)value.Number : null;

    /// <summary>The value of a text in a URL or a form; <see langword="null"/> for any other text.</summary>
    public static bool? Parse(string? text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
    {
        bool? given = value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when context.FromForm => Parse(JsonText.Of(value)),
            _ => null,
        };
        writer.WriteBooleanValue(given ?? throw member.Expected("true or false"));
    }
}
