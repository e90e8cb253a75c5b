namespace JourneyApps.Emulator.Querying;

/// <summary>The semantics of comparisons, those of the reference engine.</summary>
internal static class Evaluation
{
    /// <summary>Whether an object matches a condition.</summary>
    public static bool Matches(Filter filter, Func<QueryAttribute, QueryValue> valueOf)
    {
        switch (filter)
        {
            case Filter.Comparison comparison:
                return Matches(comparison, valueOf(comparison.Attribute));
            case Filter.AllOf all:
                return all.Items.All(item => Matches(item, valueOf));
            case Filter.AnyOf any:
                return any.Items.Any(item => Matches(item, valueOf));
            default:
                throw new InvalidOperationException(filter.GetType().Name);
        }
    }

    private static bool Matches(Filter.Comparison comparison, QueryValue value) => comparison.Operator switch
    {
        QueryOperator.Equal => AreEqual(comparison, value),
        QueryOperator.NotEqual => !AreEqual(comparison, value),
        QueryOperator.Less => Order(comparison, value) < 0,
        QueryOperator.LessOrEqual => Order(comparison, value) <= 0,
        QueryOperator.Greater => Order(comparison, value) > 0,
        QueryOperator.GreaterOrEqual => Order(comparison, value) >= 0,
        QueryOperator.Contains => Contains(comparison, value, JavaScriptText.ToLower),
        QueryOperator.ContainsExactCase => Contains(comparison, value, static text => text),
        QueryOperator.StartsWith
            => AreTexts(comparison, value)
                && JavaScriptText.ToLower(value.Text!).StartsWith(comparison.LowerArgument, StringComparison.Ordinal),
        QueryOperator.In => IsIn(comparison, value),
        QueryOperator.NotIn => !IsIn(comparison, value),
        _ => throw new InvalidOperationException(comparison.Operator.ToString()),
    };

    private static bool AreEqual(Filter.Comparison comparison, QueryValue value)
        => value.Kind == QueryValueKind.List ? AreEqualLists(value, comparison.Argument) : comparison.Values.Contains(value);

    // Null if the two have no order.
    private static double? Order(Filter.Comparison comparison, QueryValue value)
    {
        QueryValue argument = comparison.Argument;
        return (value.Kind, argument.Kind) switch
        {
            (QueryValueKind.Text, QueryValueKind.Text) => string.CompareOrdinal(value.Text, argument.Text),
            (QueryValueKind.Number, QueryValueKind.Number) => value.Number.CompareTo(argument.Number),
            (QueryValueKind.Day, QueryValueKind.Day) => value.Number - argument.Number,
            (QueryValueKind.Moment, QueryValueKind.Moment) => value.Number - argument.Number,
            (QueryValueKind.Moment, QueryValueKind.Day) => ValueSet.StartOfDay(value.Number) - argument.Number,
            (QueryValueKind.Day, QueryValueKind.Number) when comparison.Loose => (value.Number * 1000) - ValueSet.DayOf(argument.Number),
            (QueryValueKind.List, QueryValueKind.List) => AreEqualLists(value, argument) ? 0 : null,
            _ => null,
        };
    }

    // Lists are compared item by item, without conversions.
    private static bool AreEqualLists(QueryValue left, QueryValue right)
    {
        if (right.Kind != QueryValueKind.List || left.Items!.Count != right.Items!.Count) return false;
        return left.Items.Zip(right.Items).All(pair => AreIdentical(pair.First, pair.Second));
    }

    private static bool AreIdentical(QueryValue left, QueryValue right) => left.Kind == right.Kind && left.Kind switch
    {
        QueryValueKind.Text => left.Text == right.Text,
        QueryValueKind.Number => left.Number == right.Number,
        _ => false,
    };

    private static bool Contains(Filter.Comparison comparison, QueryValue value, Func<string, string> fold)
    {
        if (value.Kind == QueryValueKind.List) return comparison.Values.AreMembersOf(value.Items!);
        return AreTexts(comparison, value) && fold(value.Text!).Contains(
            comparison.Operator == QueryOperator.Contains ? comparison.LowerArgument : comparison.Argument.Text!, StringComparison.Ordinal);
    }

    private static bool IsIn(Filter.Comparison comparison, QueryValue value) => value.Kind == QueryValueKind.List
        ? value.Items!.Any(comparison.Values.ContainsMember)
        : comparison.Values.Contains(value);

    private static bool AreTexts(Filter.Comparison comparison, QueryValue value)
        => value.Kind == QueryValueKind.Text && comparison.Argument.Kind == QueryValueKind.Text;
}
