namespace JourneyApps.Emulator.Fields;

/// <summary>Text.</summary>
/// <param name="isAscii">Whether values are ASCII only, which SQLite orders as .NET does.</param>
internal sealed class TextCodec(bool isAscii) : FieldCodec
{
    public override object? ToSql(QueryValue value, bool isOrdered)
        => value.Kind == QueryValueKind.Text && (isAscii || !isOrdered) ? SqlText(value) : null;

    public override string OrderBy(string column, bool ignoreCase) => TextOrder(column, ignoreCase);

    /// <summary>The SQL expression by which text sorts.</summary>
    public static string TextOrder(string column, bool ignoreCase) => ignoreCase ? $"{SortFunctions.Text}({column})" : column;

    /// <summary>A text as SQL compares it for equality. SQLite ends texts at a NUL.</summary>
    public static string? SqlText(QueryValue value) => value.Text!.Contains('\0', StringComparison.Ordinal) ? null : value.Text;

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
        => writer.WriteStringValue(JsonText.Of(value) ?? throw member.Expected("text"));

    // In a form an empty text is a text.
    protected override bool IsNull(JsonElement value, InputContext context) => value.ValueKind == JsonValueKind.Null;
}
