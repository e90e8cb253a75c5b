namespace JourneyApps.Emulator.Fields;

/// <summary>The id of the object that a belongs-to names.</summary>
internal sealed class LinkCodec : FieldCodec
{
    public override object? ToSql(QueryValue value, bool isOrdered)
        => value.Kind == QueryValueKind.Text && !isOrdered ? TextCodec.SqlText(value) : null;

    public override string OrderBy(string column, bool ignoreCase) => TextCodec.TextOrder(column, ignoreCase);

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
    {
        string id = ObjectId.Read(value, member, context);
        string model = member.Link!.Model;
        if (!context.Assumptions.AllowDanglingLinks && !context.Exists(model, id))
        {
            throw ApiException.InvalidValue($"No {model} found with ID: '{id}' for field '{member.Key}'.");
        }

        writer.WriteStringValue(id);
    }

    // "building = ?" takes the related object; in JSON that is an object with an id.
    protected override QueryValue ReadObject(JsonElement argument)
        => argument.TryGetProperty("id"u8, out JsonElement id) && JsonText.Of(id) is { } text
            ? QueryValue.OfText(text)
            : base.ReadObject(argument);
}
