namespace JourneyApps.Emulator.Fields;

/// <summary>Recorded paths. Their format is not documented, so they are kept as they come.</summary>
internal sealed class TrackCodec : FieldCodec
{
    public override bool Fits(JsonElement stored) => true;

    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone) => string.Empty;

    public override string OrderBy(string column, bool ignoreCase) => WithoutOrder(column);

    public override QueryValue Read(JsonElement stored) => QueryValue.OfOther(null);

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
    {
        if (!JsonText.IsWellFormed(value)) throw member.Expected("well-formed text");
        value.WriteTo(writer);
    }
}
