namespace JourneyApps.Emulator.Querying;

/// <summary>One key of an order.</summary>
/// <param name="Column">The SQL expression of the value.</param>
/// <param name="Codec">Decides how the values are ordered; <see langword="null"/> for metadata, which SQLite orders.</param>
/// <param name="Descending">Whether large values come first.</param>
internal sealed record SortKey(string Column, FieldCodec? Codec, bool Descending)
{
    /// <summary>The key for a field, a link, the id or the time of change.</summary>
    /// <exception cref="ApiException">There is no such field.</exception>
    public static SortKey Of(ServedModel model, string name, bool descending)
    {
        if (model.Find(name) is not { } member)
        {
            return name switch
            {
                "updated_at" or "_updated_at" => new("updated_at", null, descending),
                "id" => new("id", null, descending),
                "$natural" => new("row", null, descending),
                _ => throw ApiException.InvalidRequest($"Cannot sort by '{name}': it is not a field of '{model.Name}'."),
            };
        }

        return new(member.Column, member.Codec, descending);
    }

    /// <summary>The ORDER BY of keys; equal objects are ordered by id. A column that is named again decides nothing more, and SQLite takes
    /// only so many.</summary>
    public static string OrderBy(IReadOnlyList<SortKey> keys, Assumptions assumptions)
        => string.Join(", ", keys.DistinctBy(key => key.Column).Select(key => key.Sql(assumptions)).Append("id"));

    private string Sql(Assumptions assumptions)
    {
        string key = Codec?.OrderBy(Column, assumptions.SortIgnoresCase) ?? Column;
        string direction = Descending ? " DESC" : " ASC";
        string nulls = assumptions.NullsFirst ? string.Empty : Descending ? " NULLS FIRST" : " NULLS LAST";
        return key + direction + nulls;
    }
}
