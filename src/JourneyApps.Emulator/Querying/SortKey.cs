namespace JourneyApps.Emulator.Querying;

/// <summary>One key of an order.</summary>
/// <param name="Column">The SQL expression to sort by.</param>
/// <param name="IsText">Whether it is text, for the assumption about case.</param>
/// <param name="Descending">Whether large values come first.</param>
internal sealed record SortKey(string Column, bool IsText, bool Descending)
{
    /// <summary>The key for a field, a link, the id or the time of change.</summary>
    /// <exception cref="ApiException">There is no such field, or its values have no order.</exception>
    public static SortKey Of(ServedModel model, string name, bool descending)
    {
        if (model.Find(name) is not { } member)
        {
            return name switch
            {
                "updated_at" or "_updated_at" => new("updated_at", false, descending),
                "id" => new("id", false, descending),
                "$natural" => new("row", false, descending),
                _ => throw ApiException.InvalidRequest($"Cannot sort by '{name}': it is not a field of '{model.Name}'."),
            };
        }

        if (member.Info is { IsSortable: false }) throw ApiException.InvalidRequest($"Cannot sort by '{name}': its values have no order.");
        return new(member.Column, member.Info is { Form: FieldForm.Text }, descending);
    }

    /// <summary>The ORDER BY of keys; equal objects are ordered by id.</summary>
    public static string OrderBy(IReadOnlyList<SortKey> keys, Assumptions assumptions)
        => string.Join(", ", keys.Select(key => key.Sql(assumptions)).Append("id"));

    private string Sql(Assumptions assumptions)
    {
        string collation = IsText && assumptions.SortIgnoresCase ? " COLLATE NOCASE" : string.Empty;
        string direction = Descending ? " DESC" : " ASC";
        string nulls = assumptions.NullsFirst ? string.Empty : Descending ? " NULLS FIRST" : " NULLS LAST";
        return Column + collation + direction + nulls;
    }
}
