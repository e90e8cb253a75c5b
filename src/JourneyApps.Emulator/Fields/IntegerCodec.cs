namespace JourneyApps.Emulator.Fields;

/// <summary>Whole numbers of 32 bits.</summary>
internal sealed class IntegerCodec : FieldCodec
{
    public override bool Fits(JsonElement stored) => stored.ValueKind == JsonValueKind.Number;

    public override QueryValue? ReadUrl(string text) => NumberCodec.UrlNumber(text);

    public override object? ToSql(QueryValue value, bool isOrdered) => NumberCodec.SqlNumber(value);

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
    {
        bool mayHaveFraction = context.Assumptions.WholeFractionsAreIntegers || context.FromForm;
        if (!mayHaveFraction && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _))) throw Wrong(member);
        if (NumberCodec.Number(value, context.FromForm) is not { } number) throw Wrong(member);
        if (number != Math.Floor(number) || number is < int.MinValue or > int.MaxValue) throw Wrong(member);
        writer.WriteNumberValue((int)number);
    }

    private static ApiException Wrong(Member member) => member.Expected("an integer from -2147483648 to 2147483647");
}
