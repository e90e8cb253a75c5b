namespace JourneyApps.Emulator.Fields;

/// <summary>Positions, sent as the documented object or as the array of six that the platform's client sends. They are stored complete: a
/// part that is left out becomes null, a missing time becomes the current time.</summary>
internal sealed class LocationCodec : FieldCodec
{
    private static readonly string[] Parts = ["latitude", "longitude", "altitude", "horizontal_accuracy", "vertical_accuracy"];

    public override bool Fits(JsonElement stored) => stored.ValueKind == JsonValueKind.Object;

    // The client loses an accuracy of 0 too, but coordinates of 0 are shown here.
    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone) => Text(stored);

    public override string DisplayProperty(JsonElement stored, string name) => Part(stored, name);

    public override string OrderBy(string column, bool ignoreCase) => WithoutOrder(column);

    public override QueryValue Read(JsonElement stored) => QueryValue.OfOther(Text(stored));

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) throw member.Expected("a location");

        writer.WriteStartObject();
        for (int i = 0; i < Parts.Length; i++) StorePart(writer, member, i, Part(value, i, Parts[i]), context);
        writer.WriteString("timestamp"u8, IsoTime.Moment(Time(member, Part(value, Parts.Length, "timestamp"), context)));
        writer.WriteEndObject();
    }

    private static string Text(JsonElement location)
        => $"({Part(location, "latitude")},{Part(location, "longitude")} ~{Accuracy(location)})";

    private static string Accuracy(JsonElement location)
        => Part(location, "horizontal_accuracy") is var accuracy and not ("" or "0") ? accuracy : "undefined";

    private static string Part(JsonElement location, string name)
        => name != "timestamp" && location.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? JavaScriptNumber.Shortest(value.GetDouble())
            : string.Empty;

    private static JsonElement Part(JsonElement value, int index, string name)
    {
        if (value.ValueKind == JsonValueKind.Array) return index < value.GetArrayLength() ? value[index] : default;
        return value.TryGetProperty(name, out JsonElement part) ? part : default;
    }

    private static void StorePart(Utf8JsonWriter writer, Member member, int index, JsonElement part, InputContext context)
    {
        bool isRequired = index < 2;
        writer.WritePropertyName(Parts[index]);
        double? number = IsBlank(part) ? null : NumberCodec.Number(part, context.FromForm) ?? throw Wrong(member, Parts[index], "a number");
        if (number is { } value) writer.WriteNumberValue(value);
        else if (isRequired) throw Wrong(member, Parts[index], "a number");
        else writer.WriteNullValue();
    }

    private static long Time(Member member, JsonElement part, InputContext context)
        => IsBlank(part)
            ? context.Now
            : DateTimeCodec.Seconds(part, context) ?? throw Wrong(member, "timestamp", "an ISO 8601 date and time");

    private static bool IsBlank(JsonElement part)
        => part.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            || (part.ValueKind == JsonValueKind.String && part.ValueEquals(""u8));

    private static ApiException Wrong(Member member, string part, string expected)
        => ApiException.InvalidValue($"Invalid value for field '{member.Name}': {expected} expected for '{part}'.");
}
