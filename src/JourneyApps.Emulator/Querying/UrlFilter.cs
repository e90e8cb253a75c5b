using System.Globalization;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Querying;

/// <summary>The filters of the list call: <c>q[name.contains]=dish</c>, all of them at once (querying-objects page). Case counts in all of them.</summary>
internal static class UrlFilter
{
    /// <summary>The filter of a URL, or <see langword="null"/> when it has none.</summary>
    /// <exception cref="ApiException">A field or an operator is unknown, or a value does not fit its field.</exception>
    public static Filter? Parse(ServedModel model, QueryParameters parameters, Assumptions assumptions)
    {
        List<Filter> filters = [];
        foreach (KeyValuePair<string, string> pair in parameters.Bracketed("query").Concat(parameters.Bracketed("q")))
        {
            if (Parse(model, pair.Key, pair.Value, assumptions) is { } filter) filters.Add(filter);
        }

        return filters.Count switch { 0 => null, 1 => filters[0], _ => new AllOf(filters) };
    }

    private static Filter? Parse(ServedModel model, string key, string value, Assumptions assumptions)
    {
        int dot = key.LastIndexOf('.');
        string name = dot < 0 ? key : key[..dot];
        if (Find(model, name) is not { } attribute)
        {
            return assumptions.IgnoreUnknownFilters ? null : throw Fault($"Cannot filter by '{name}': it is not a field of '{model.Name}'.");
        }

        switch (dot < 0 ? string.Empty : key[(dot + 1)..])
        {
            case "":
                return Equality(attribute, value);
            case "ne":
                return Inequality(attribute, value, assumptions);
            case "lt":
                return Compare(attribute, QueryOperator.Less, value);
            case "lte":
                return Compare(attribute, QueryOperator.LessOrEqual, value);
            case "gt":
                return Compare(attribute, QueryOperator.Greater, value);
            case "gte":
                return Compare(attribute, QueryOperator.GreaterOrEqual, value);
            case "contains":
                return new Comparison(attribute, QueryOperator.ContainsExactCase, attribute.IsList ? ValueOf(attribute, value) : QueryValue.OfText(value), false);
            case "null":
                return new Comparison(attribute, IsTrue(key, value) ? QueryOperator.Equal : QueryOperator.NotEqual, QueryValue.Null, false);
            default:
                throw Fault($"Unknown operator in filter '{key}'.");
        }
    }

    // Of a multiple choice equality asks for one of its values: it is the only reading under which one value can match.
    private static Comparison Equality(QueryAttribute attribute, string value) => attribute.IsList
        ? new(attribute, QueryOperator.Contains, ValueOf(attribute, value), false)
        : Compare(attribute, QueryOperator.Equal, value);

    private static Filter Inequality(QueryAttribute attribute, string value, Assumptions assumptions)
    {
        Filter different = attribute.IsList
            ? new Comparison(attribute, QueryOperator.NotIn, QueryValue.OfList([ValueOf(attribute, value)]), false)
            : Compare(attribute, QueryOperator.NotEqual, value);
        return assumptions.NotEqualMatchesNull ? different : new AllOf([different, new Comparison(attribute, QueryOperator.NotEqual, QueryValue.Null, false)]);
    }

    private static Comparison Compare(QueryAttribute attribute, QueryOperator op, string value) => new(attribute, op, ValueOf(attribute, value), false);

    private static QueryAttribute? Find(ServedModel model, string name)
    {
        if ((model.FindName(name) ?? model.FindKey(name)) is { } member) return QueryAttribute.Of(member);
        return name switch
        {
            "id" or "_id" => QueryAttribute.Id,
            "updated_at" or "_updated_at" => QueryAttribute.UpdatedAt,
            _ => null,
        };
    }

    private static QueryValue ValueOf(QueryAttribute attribute, string value)
    {
        MemberKind kind = attribute.Source == QueryAttributeSource.UpdatedAt ? MemberKind.DateTime : attribute.Member?.Kind ?? MemberKind.Text;
        switch (kind)
        {
            case MemberKind.Integer or MemberKind.Number or MemberKind.IntegerChoice or MemberKind.IntegerChoices:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                    ? QueryValue.OfNumber(number)
                    : throw Wrong(attribute, value);
            case MemberKind.Boolean:
                return QueryValue.OfBoolean(value switch { "true" or "1" => true, "false" or "0" => false, _ => throw Wrong(attribute, value) });
            case MemberKind.Date:
                return IsoTime.TryDay(value, out DateOnly day) ? QueryValue.OfDay(IsoTime.Day(day)) : throw Wrong(attribute, value);
            case MemberKind.DateTime:
                return IsoTime.TryMoment(value, out long seconds, out _) ? QueryValue.OfMoment(seconds) : throw Wrong(attribute, value);
            default:
                return QueryValue.OfText(value);
        }
    }

    private static bool IsTrue(string key, string value) =>
        value switch { "true" or "1" => true, "false" or "0" => false, _ => throw Fault($"Filter '{key}' takes true or false.") };

    private static ApiException Wrong(QueryAttribute attribute, string value) => Fault($"Invalid value \"{value}\" in the filter by '{attribute.Name}'.");

    private static ApiException Fault(string detail) => new(ApiError.InvalidRequest(detail));
}
