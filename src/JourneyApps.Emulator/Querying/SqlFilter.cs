namespace JourneyApps.Emulator.Querying;

/// <summary>The part of a filter that SQLite can evaluate, so that indexes are used. Comparisons that SQLite decides differently than the
/// reference engine are left out; <see cref="IsExact"/> is false if rows have to be evaluated as well.</summary>
/// <param name="Sql">A condition; <see langword="null"/> if there is none.</param>
/// <param name="Arguments">The values of its parameters, from <c>?1</c>.</param>
/// <param name="IsExact">Whether the condition is equivalent to the filter.</param>
internal sealed record SqlFilter(string? Sql, IReadOnlyList<object?> Arguments, bool IsExact)
{
    // SQLite refuses expressions deeper than 1000, and a chain of ORs is as deep as it is long.
    private const int MaxComparisons = 500;

    public static SqlFilter Of(Filter? filter)
    {
        if (filter is null) return new(null, [], true);
        if (Size(filter) > MaxComparisons) return new(null, [], false);
        List<object?> arguments = [];
        (string? sql, bool isExact) = Translate(filter, arguments);
        return new(sql, sql is null ? [] : arguments, isExact);
    }

    private static int Size(Filter filter) => filter switch
    {
        Filter.AllOf all => all.Items.Sum(Size),
        Filter.AnyOf any => any.Items.Sum(Size),
        _ => 1,
    };

    private static (string? Sql, bool IsExact) Translate(Filter filter, List<object?> arguments)
    {
        switch (filter)
        {
            case Filter.Comparison comparison:
                string? sql = Translate(comparison, arguments);
                return (sql, sql is not null);
            case Filter.AllOf all:
                (string? Sql, bool IsExact)[] parts = [.. all.Items.Select(item => Translate(item, arguments))];
                string[] known = [.. parts.Select(part => part.Sql).OfType<string>()];
                return (known.Length == 0 ? null : $"({string.Join(" AND ", known)})", parts.All(part => part.IsExact));
            case Filter.AnyOf any:
                // A branch without SQL could match any row.
                int before = arguments.Count;
                (string? Sql, bool IsExact)[] branches = [.. any.Items.Select(item => Translate(item, arguments))];
                if (branches.All(branch => branch.Sql is not null))
                {
                    return ($"({string.Join(" OR ", branches.Select(branch => branch.Sql))})", branches.All(branch => branch.IsExact));
                }

                arguments.RemoveRange(before, arguments.Count - before);
                return (null, false);
            default:
                return (null, false);
        }
    }

    private static string? Translate(Filter.Comparison comparison, List<object?> arguments)
    {
        QueryAttribute attribute = comparison.Attribute;
        QueryOperator op = comparison.Operator;
        if (attribute.IsList) return null;
        if (op == QueryOperator.In) return InList(comparison, arguments);
        if (op is < QueryOperator.Equal or > QueryOperator.GreaterOrEqual) return null;

        bool isOrdered = op >= QueryOperator.Less;
        if (comparison.Argument.Kind == QueryValueKind.Null && !isOrdered)
        {
            return $"{attribute.Column} {(op == QueryOperator.Equal ? "IS NULL" : "IS NOT NULL")}";
        }

        if (comparison.Argument.Kind == QueryValueKind.Day && attribute.Codec is DateTimeCodec moments)
        {
            return DayOf(comparison, moments, arguments);
        }

        if (attribute.Codec.ToSql(comparison.Argument, isOrdered) is not { } value) return null;
        arguments.Add(value);
        return $"{attribute.Column} {OperatorOf(op)} ?{arguments.Count}";
    }

    // A day represents its moments.
    private static string DayOf(Filter.Comparison comparison, DateTimeCodec moments, List<object?> arguments)
    {
        const long LastSecond = 86_399;
        string column = comparison.Attribute.Column;
        return comparison.Operator switch
        {
            QueryOperator.Equal => $"({column} BETWEEN {Moment(0)} AND {Moment(LastSecond)})",
            QueryOperator.NotEqual => $"(({column} BETWEEN {Moment(0)} AND {Moment(LastSecond)}) IS NOT TRUE)",
            QueryOperator.Less => $"{column} < {Moment(0)}",
            QueryOperator.LessOrEqual => $"{column} <= {Moment(LastSecond)}",
            QueryOperator.Greater => $"{column} > {Moment(LastSecond)}",
            _ => $"{column} >= {Moment(0)}",
        };

        string Moment(long seconds)
        {
            arguments.Add(moments.ToSql(QueryValue.OfMoment((long)comparison.Argument.Number + seconds), isOrdered: true));
            return $"?{arguments.Count}";
        }
    }

    private static string? InList(Filter.Comparison comparison, List<object?> arguments)
    {
        if (comparison.Argument.Items is not { } items) return null;
        List<object?> values = [.. items.Select(item => comparison.Attribute.Codec.ToSql(item, isOrdered: false))];
        if (values.Contains(null)) return null;

        // One parameter for any number of values, so that the statement can be prepared once.
        arguments.Add(JsonSerializer.Serialize(values, JsonText.Options));
        return $"{comparison.Attribute.Column} IN (SELECT value FROM json_each(?{arguments.Count}))";
    }

    private static string OperatorOf(QueryOperator op) => op switch
    {
        QueryOperator.Equal => "=",
        QueryOperator.NotEqual => "IS NOT",
        QueryOperator.Less => "<",
        QueryOperator.LessOrEqual => "<=",
        QueryOperator.Greater => ">",
        _ => ">=",
    };
}
