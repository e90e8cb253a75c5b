using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Querying;

/// <summary>
/// The part of a filter that SQLite can decide, so that indexes are used. What it cannot say exactly as the reference engine does is left
/// out, and <see cref="IsExact"/> tells that the rows must still be evaluated.
/// </summary>
/// <param name="Sql">A condition; <see langword="null"/> when none could be made.</param>
/// <param name="Arguments">The values of its parameters, from <c>?1</c>.</param>
/// <param name="IsExact">Whether the condition says all that the filter says.</param>
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
        AllOf all => all.Items.Sum(Size),
        AnyOf any => any.Items.Sum(Size),
        _ => 1,
    };

    private static (string? Sql, bool IsExact) Translate(Filter filter, List<object?> arguments)
    {
        switch (filter)
        {
            case Comparison comparison:
                string? sql = Translate(comparison, arguments);
                return (sql, sql is not null);
            case AllOf all:
                (string? Sql, bool IsExact)[] parts = [.. all.Items.Select(item => Translate(item, arguments))];
                string[] known = [.. parts.Select(part => part.Sql).OfType<string>()];
                return (known.Length == 0 ? null : $"({string.Join(" AND ", known)})", parts.All(part => part.IsExact));
            case AnyOf any:
                // One branch that is not known could let any row in.
                int before = arguments.Count;
                (string? Sql, bool IsExact)[] branches = [.. any.Items.Select(item => Translate(item, arguments))];
                if (branches.All(branch => branch.Sql is not null)) return ($"({string.Join(" OR ", branches.Select(branch => branch.Sql))})", branches.All(branch => branch.IsExact));
                arguments.RemoveRange(before, arguments.Count - before);
                return (null, false);
            default:
                return (null, false);
        }
    }

    private static string? Translate(Comparison comparison, List<object?> arguments)
    {
        if (ColumnOf(comparison.Attribute) is not { } column) return null;
        QueryValue argument = comparison.Argument;
        switch (comparison.Operator)
        {
            case QueryOperator.Equal when argument.Kind == QueryValueKind.Null:
                return $"{column} IS NULL";
            case QueryOperator.NotEqual when argument.Kind == QueryValueKind.Null:
                return $"{column} IS NOT NULL";
            case QueryOperator.In:
                return InList(comparison, column, arguments);
        }

        if (comparison.Operator is < QueryOperator.Equal or > QueryOperator.GreaterOrEqual || SqlValue(comparison.Attribute, argument) is not { } value) return null;
        bool isText = value is string && argument.Kind == QueryValueKind.Text;
        if (isText && comparison.Operator >= QueryOperator.Less && comparison.Attribute.Source != QueryAttributeSource.Id) return null;
        if (argument.Kind == QueryValueKind.Boolean && comparison.Operator >= QueryOperator.Less) return null;
        arguments.Add(value);
        return $"{column} {OperatorOf(comparison.Operator)} ?{arguments.Count}";
    }

    private static string? InList(Comparison comparison, string column, List<object?> arguments)
    {
        if (comparison.Argument.Items is not { } items) return null;
        List<object> values = [];
        foreach (QueryValue item in items)
        {
            if (SqlValue(comparison.Attribute, item) is not { } value || value is bool) return null;
            values.Add(value);
        }

        // One parameter for any number of values keeps the statement's text the same.
        arguments.Add(JsonSerializer.Serialize(values));
        return $"{column} IN (SELECT value FROM json_each(?{arguments.Count}))";
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

    private static string? ColumnOf(QueryAttribute attribute) => attribute.Source switch
    {
        QueryAttributeSource.Id => "id",
        QueryAttributeSource.UpdatedAt => "updated_at",
        _ => attribute.IsList ? null : ObjectIndexes.ValueOf(attribute.Member!),
    };

    // The stored form of a value of the attribute's own kind; null for what only the reference engine can compare.
    private static object? SqlValue(QueryAttribute attribute, QueryValue value)
    {
        MemberKind? kind = attribute.Member?.Kind;
        return value.Kind switch
        {
            QueryValueKind.Text when kind is MemberKind.Text or MemberKind.Choice or MemberKind.Link || attribute.Source == QueryAttributeSource.Id =>
                value.Text!.Contains('\0', StringComparison.Ordinal) ? null : value.Text,
            QueryValueKind.Number when kind is MemberKind.Integer or MemberKind.Number or MemberKind.IntegerChoice && double.IsFinite(value.Number) => value.Number,
            QueryValueKind.Boolean when kind == MemberKind.Boolean => (long)value.Number,
            QueryValueKind.Day when kind == MemberKind.Date => value.Text,
            QueryValueKind.Moment when kind == MemberKind.DateTime => IsoTime.Moment((long)value.Number),
            QueryValueKind.Moment when attribute.Source == QueryAttributeSource.UpdatedAt => (long)value.Number,
            _ => null,
        };
    }
}
