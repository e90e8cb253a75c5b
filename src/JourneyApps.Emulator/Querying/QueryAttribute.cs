namespace JourneyApps.Emulator.Querying;

/// <summary>What a comparison compares: a member, the id or the time of change.</summary>
/// <param name="Name">The name in a query, with <c>_id</c> for links.</param>
/// <param name="Column">The SQL expression of the value.</param>
/// <param name="Codec">Reads and compares the values.</param>
/// <param name="ValueOf">The value of a stored object, given its row and its parsed values.</param>
internal sealed record QueryAttribute(string Name, string Column, FieldCodec Codec, Func<StoredRow, JsonElement, QueryValue> ValueOf)
{
    public static QueryAttribute Id { get; } = new("id", "id", FieldCodec.Id, (row, _) => QueryValue.OfText(row.Id));

    public static QueryAttribute UpdatedAt { get; } =
        new("updated_at", "updated_at", FieldCodec.UpdatedAt, (row, _) => QueryValue.OfMoment(row.UpdatedAt));

    /// <summary>Whether the attribute holds several values, which SQL cannot compare.</summary>
    public bool IsList { get; private init; }

    public static QueryAttribute Of(Member member) => new(
        member.Link is null ? member.Name : member.Key,
        member.Column,
        member.Codec,
        (_, values) => member.TryRead(values, out JsonElement value) ? member.Codec.Read(value) : QueryValue.Null)
    {
        IsList = member.Info is { IsMultiple: true },
    };
}
