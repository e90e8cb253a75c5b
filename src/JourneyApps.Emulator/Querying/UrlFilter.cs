namespace JourneyApps.Emulator.Querying;

/// <summary>The filters of the list call, such as <c>q[name.contains]=dish</c> (querying-objects page). They are case-sensitive.</summary>
internal static class UrlFilter
{
    /// <summary>The filter of a URL, or <see langword="null"/> if it has none.</summary>
    /// <exception cref="ApiException">A field or an operator is unknown, or a value does not fit its field.</exception>
    public static Filter? Parse(ServedModel model, QueryParameters parameters, Assumptions assumptions)
    {
        List<Filter> filters = [];
        foreach ((string key, string value) in parameters.Bracketed("query").Concat(parameters.Bracketed("q")))
        {
            if (Parse(model, key, value, assumptions) is { } filter) filters.Add(filter);
        }

        return filters.Count switch { 0 => null, 1 => filters[0], _ => new Filter.AllOf(filters) };
    }

    private static Filter? Parse(ServedModel model, string key, string value, Assumptions assumptions)
    {
        int dot = key.LastIndexOf('.');
        string name = dot < 0 ? key : key[..dot];
        if (Find(model, name) is not { } attribute)
        {
            if (assumptions.IgnoreUnknownFilters) return null;
            throw ApiException.InvalidRequest($"Cannot filter by '{name}': it is not a field of '{model.Name}'.");
        }

        return (dot < 0 ? string.Empty : key[(dot + 1)..]) switch
        {
            "" => Equality(attribute, value),
            "ne" => Inequality(attribute, value, assumptions),
            "lt" => Compare(attribute, QueryOperator.Less, value),
            "lte" => Compare(attribute, QueryOperator.LessOrEqual, value),
            "gt" => Compare(attribute, QueryOperator.Greater, value),
            "gte" => Compare(attribute, QueryOperator.GreaterOrEqual, value),
            "contains" => Compare(
                attribute, QueryOperator.ContainsExactCase, attribute.IsList ? ValueOf(attribute, value) : QueryValue.OfText(value)),
            "null" => Compare(attribute, IsTrue(key, value) ? QueryOperator.Equal : QueryOperator.NotEqual, QueryValue.Null),
            _ => throw ApiException.InvalidRequest($"Unknown operator in filter '{key}'."),
        };
    }

    // For a multiple choice equality means one of its keys, the only reading under which one value can match.
    private static Filter.Comparison Equality(QueryAttribute attribute, string value)
        => Compare(attribute, attribute.IsList ? QueryOperator.Contains : QueryOperator.Equal, value);

    private static Filter Inequality(QueryAttribute attribute, string value, Assumptions assumptions)
    {
        Filter different = attribute.IsList
            ? Compare(attribute, QueryOperator.NotIn, QueryValue.OfList([ValueOf(attribute, value)]))
            : Compare(attribute, QueryOperator.NotEqual, value);
        return assumptions.NotEqualMatchesNull
            ? different
            : new Filter.AllOf([different, Compare(attribute, QueryOperator.NotEqual, QueryValue.Null)]);
    }

    private static Filter.Comparison Compare(QueryAttribute attribute, QueryOperator op, string value)
        => Compare(attribute, op, ValueOf(attribute, value));

    private static Filter.Comparison Compare(QueryAttribute attribute, QueryOperator op, QueryValue value)
        => new(attribute, op, value, false);

    private static QueryAttribute? Find(ServedModel model, string name)
    {
        if (model.Find(name) is { } member) return QueryAttribute.Of(member);
        return name switch
        {
            "id" or "_id" => QueryAttribute.Id,
            "updated_at" or "_updated_at" => QueryAttribute.UpdatedAt,
            _ => null,
        };
    }

    private static QueryValue ValueOf(QueryAttribute attribute, string value)
        => attribute.Codec.ReadUrl(value)
            ?? throw ApiException.InvalidRequest($"Invalid value \"{value}\" in the filter by '{attribute.Name}'.");

    private static bool IsTrue(string key, string value)
        => BooleanCodec.Parse(value) ?? throw ApiException.InvalidRequest($"Filter '{key}' takes true or false.");
}
