namespace JourneyApps.Emulator.Fields;

/// <summary>Handles the values of one field type: checks and stores what a request sends, and shows, displays and compares what is stored.
/// A new field type needs one more codec and its line in <see cref="Of"/>.</summary>
internal abstract class FieldCodec
{
    /// <summary>The codec of the <c>id</c> of objects, which is only compared.</summary>
    public static FieldCodec Id { get; } = new TextCodec(isAscii: true);

    /// <summary>The codec of <c>updated_at</c>, which is only compared.</summary>
    public static FieldCodec UpdatedAt { get; } = new DateTimeCodec(isStoredAsSeconds: true);

    /// <summary>The codec of a belongs-to.</summary>
    public static FieldCodec Link { get; } = new LinkCodec();

    /// <summary>The codec of a field type; <see langword="null"/> for an unknown type, whose fields are not served.</summary>
    public static FieldCodec? Of(FieldType type) => type switch
    {
        FieldType.Unknown => null,
        FieldType.Text => new TextCodec(isAscii: false),
        FieldType.Integer => new IntegerCodec(),
        FieldType.Number => new NumberCodec(),
        FieldType.Date => new DateCodec(),
        FieldType.DateTime => new DateTimeCodec(isStoredAsSeconds: false),
        FieldType.Boolean => new BooleanCodec(),
        FieldType.SingleChoice => new ChoiceCodec(hasIntegerKeys: false),
        FieldType.SingleChoiceInteger => new ChoiceCodec(hasIntegerKeys: true),
        FieldType.MultipleChoice => new MultipleChoiceCodec(hasIntegerKeys: false),
        FieldType.MultipleChoiceInteger => new MultipleChoiceCodec(hasIntegerKeys: true),
        FieldType.Location => new LocationCodec(),
        FieldType.Photo => new FileCodec(),
        FieldType.Signature => new FileCodec(),
        FieldType.Attachment => new FileCodec(),
        FieldType.Track => new TrackCodec(),
    };

    /// <summary>Whether stored JSON has the form that this codec stores. After the schema gave a field another type it may not.</summary>
    public virtual bool Fits(JsonElement stored) => stored.ValueKind == JsonValueKind.String;

    /// <summary>Stores what a body says about a member; null removes the value. False if the body does not mention the member.</summary>
    public virtual bool TryStore(Utf8JsonWriter writer, Member member, JsonElement body, InputContext context)
    {
        if (!body.TryGetProperty(member.KeyUtf8, out JsonElement value)) return false;
        if (IsNull(value, context)) return true;

        writer.WritePropertyName(member.EncodedKey);
        Store(writer, member, value, context);
        return true;
    }

    /// <summary>Writes a value in the read format, as the property of an object.</summary>
    public virtual void Show(Utf8JsonWriter writer, Member member, JsonElement stored)
    {
        writer.WritePropertyName(member.EncodedKey);
        stored.WriteTo(writer);
    }

    /// <summary>The text of a value in <c>display</c>.</summary>
    public virtual string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
        => stored.ValueKind == JsonValueKind.String ? stored.GetString()! : stored.GetRawText();

    /// <summary>The text of a part of a value in <c>display</c>, such as <c>{place.latitude}</c>; empty if there is no such part.</summary>
    public virtual string DisplayProperty(JsonElement stored, string name) => string.Empty;

    /// <summary>A stored value as comparisons see it.</summary>
    public virtual QueryValue Read(JsonElement stored) => stored.ValueKind switch
    {
        JsonValueKind.String => QueryValue.OfText(stored.GetString()!),
        JsonValueKind.Number => QueryValue.OfNumber(stored.GetDouble()),
        JsonValueKind.True => QueryValue.OfBoolean(true),
        JsonValueKind.False => QueryValue.OfBoolean(false),
        JsonValueKind.Array => QueryValue.OfList([.. stored.EnumerateArray().Select(Read)]),
        _ => QueryValue.OfOther(null),
    };

    /// <summary>An argument of <c>query.json</c> as comparisons see it.</summary>
    public QueryValue ReadArgument(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => QueryValue.Null,
        JsonValueKind.String => JsonText.Of(argument) is { } text ? ReadText(text) : QueryValue.OfOther(null),
        JsonValueKind.Number => argument.TryGetDouble(out double number) ? QueryValue.OfNumber(number) : QueryValue.OfOther(null),
        JsonValueKind.True => QueryValue.OfBoolean(true),
        JsonValueKind.False => QueryValue.OfBoolean(false),
        JsonValueKind.Array => QueryValue.OfList([.. argument.EnumerateArray().Select(ReadArgument)]),
        _ => ReadObject(argument),
    };

    /// <summary>The value of a filter in a URL; <see langword="null"/> if the text is not a value of the type.</summary>
    public virtual QueryValue? ReadUrl(string text) => QueryValue.OfText(text);

    /// <summary>The value for SQL; <see langword="null"/> if SQLite does not compare it as <c>Evaluation</c> does.</summary>
    public virtual object? ToSql(QueryValue value, bool isOrdered) => null;

    /// <summary>The SQL expression by which objects sort, given that of the value.</summary>
    public virtual string OrderBy(string column, bool ignoreCase) => column;

    /// <summary>Writes a request's value as it is stored.</summary>
    protected abstract void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context);

    /// <summary>Whether a request's value means null. A form has no null: its empty text is one.</summary>
    protected virtual bool IsNull(JsonElement value, InputContext context)
        => value.ValueKind == JsonValueKind.Null
            || (context.FromForm && value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8));

    /// <summary>A text argument as a value of the type, where it can be one.</summary>
    protected virtual QueryValue ReadText(string text) => QueryValue.OfText(text);

    /// <summary>An object argument as a value of the type, where it can be one.</summary>
    protected virtual QueryValue ReadObject(JsonElement argument) => QueryValue.OfOther("[object Object]");

    /// <summary>The order of values that JavaScript does not order: those without a value, then all others.</summary>
    protected static string WithoutOrder(string column) => $"nullif({column} IS NOT NULL, 0)";
}
