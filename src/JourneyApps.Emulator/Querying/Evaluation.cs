using System.Globalization;

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

    private static bool Matches(Filter.Comparison comparison, QueryValue value)
    {
        QueryValue argument = comparison.Argument;
        return comparison.Operator switch
        {
            QueryOperator.Equal => AreEqual(value, argument, comparison.Loose),
            QueryOperator.NotEqual => !AreEqual(value, argument, comparison.Loose),
            QueryOperator.Less => Order(value, argument) < 0,
            QueryOperator.LessOrEqual => Order(value, argument) <= 0,
            QueryOperator.Greater => Order(value, argument) > 0,
            QueryOperator.GreaterOrEqual => Order(value, argument) >= 0,
            QueryOperator.Contains => Contains(value, argument, comparison.Loose, ignoreCase: true),
            QueryOperator.ContainsExactCase => Contains(value, argument, comparison.Loose, ignoreCase: false),
            QueryOperator.StartsWith
                => BothText(value, argument) && Fold(value.Text!).StartsWith(Fold(argument.Text!), StringComparison.Ordinal),
            QueryOperator.In => IsIn(value, argument, comparison.Loose),
            QueryOperator.NotIn => !IsIn(value, argument, comparison.Loose),
            _ => throw new InvalidOperationException(comparison.Operator.ToString()),
        };
    }

    private static bool AreEqual(QueryValue left, QueryValue right, bool loose)
    {
        if (left.Kind != right.Kind)
        {
            return loose && IsPlain(left) && IsPlain(right) && JavaScriptNumber(left) == JavaScriptNumber(right);
        }

        return left.Kind switch
        {
            QueryValueKind.Null => true,
            QueryValueKind.Text or QueryValueKind.Day => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            QueryValueKind.Number or QueryValueKind.Boolean or QueryValueKind.Moment => left.Number == right.Number,
            QueryValueKind.List => AreEqual(left.Items!, right.Items!, loose),
            _ => false,
        };
    }

    private static bool AreEqual(IReadOnlyList<QueryValue> left, IReadOnlyList<QueryValue> right, bool loose)
    {
        if (left.Count != right.Count) return false;
        return left.Zip(right).All(pair => AreEqual(pair.First, pair.Second, loose));
    }

    // Null if the two have no order: one is null or a boolean, or their kinds differ.
    private static int? Order(QueryValue left, QueryValue right)
    {
        if (left.Kind != right.Kind) return null;
        return left.Kind switch
        {
            QueryValueKind.Text or QueryValueKind.Day => string.CompareOrdinal(left.Text, right.Text),
            QueryValueKind.Number or QueryValueKind.Moment when !double.IsNaN(left.Number) && !double.IsNaN(right.Number)
                => left.Number.CompareTo(right.Number),
            _ => null,
        };
    }

    private static bool Contains(QueryValue value, QueryValue argument, bool loose, bool ignoreCase)
    {
        if (value.Kind == QueryValueKind.List)
        {
            return argument.Kind == QueryValueKind.List
                ? argument.Items!.All(item => HasMember(value, item, loose))
                : HasMember(value, argument, loose);
        }

        if (!BothText(value, argument)) return false;
        return ignoreCase
            ? Fold(value.Text!).Contains(Fold(argument.Text!), StringComparison.Ordinal)
            : value.Text!.Contains(argument.Text!, StringComparison.Ordinal);
    }

    private static bool IsIn(QueryValue value, QueryValue list, bool loose)
    {
        if (list.Kind != QueryValueKind.List) return false;
        return value.Kind == QueryValueKind.List
            ? list.Items!.Any(item => HasMember(value, item, loose))
            : list.Items!.Any(item => AreEqual(value, item, loose));
    }

    private static bool HasMember(QueryValue list, QueryValue item, bool loose) => list.Items!.Any(member => AreEqual(member, item, loose));

    private static bool BothText(QueryValue left, QueryValue right)
        => left.Kind == QueryValueKind.Text && right.Kind == QueryValueKind.Text;

    private static bool IsPlain(QueryValue value) => value.Kind is QueryValueKind.Text or QueryValueKind.Number or QueryValueKind.Boolean;

    // JavaScript's conversion to a number for ==; NaN where there is none.
    private static double JavaScriptNumber(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Number or QueryValueKind.Boolean => value.Number,
        QueryValueKind.Text => JavaScriptNumber(value.Text!.Trim()),
        _ => double.NaN,
    };

    private static double JavaScriptNumber(string text)
    {
        if (text.Length == 0) return 0;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex)
                ? hex
                : double.NaN;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool endsLikeNumber = char.IsAsciiDigit(text[^1]) || text[^1] == '.';
        return endsLikeNumber && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
    }

    // The engine lower-cases both sides, which differs from a comparison that ignores case for a few letters.
    private static string Fold(string text) => text.ToLowerInvariant();
}
