using System.Text;

namespace JourneyApps.Internal.Objects.Queries;

/// <summary>Puts a filter into the platform's words with as few parentheses as they need: <c>and</c> binds tighter than
/// <c>or</c>.</summary>
internal static class FilterRenderer
{
    public static RenderedFilter Render(Filter filter)
    {
        StringBuilder text = new();
        List<RecordValue> arguments = [];
        Append(filter, insideAnd: false, isWhole: true, text, arguments);
        return new RenderedFilter(text.ToString(), arguments);
    }

    /// <summary>The field of a comparison with null that was written with an operator, so that null may have been a mistake; or
    /// null.</summary>
    public static string? FindNullByOperator(Filter filter)
    {
        Stack<Filter> left = new([filter]);
        while (left.TryPop(out Filter? next))
        {
            if (next is ComparisonFilter { IsNullByOperator: true } comparison) return comparison.Field;

            if (next is CombinedFilter combined)
            {
                left.Push(combined.Right);
                left.Push(combined.Left);
            }
        }

        return null;
    }

    /// <summary>Whether a filter cannot match any object, because it requires a value of an empty list.</summary>
    public static bool MatchesNothing(Filter filter)
    {
        // As in the rendering: the left side can be thousands deep.
        if (filter is not CombinedFilter combined)
            return filter is ComparisonFilter { Comparison: "in", Argument.IsEmptyList: true };
        Filter part = combined;
        while (part is CombinedFilter same && same.IsAnd == combined.IsAnd)
        {
            if (MatchesNothing(same.Right) == combined.IsAnd) return combined.IsAnd;
            part = same.Left;
        }
        return MatchesNothing(part);
    }

    private static void Append(Filter filter, bool insideAnd, bool isWhole, StringBuilder text, List<RecordValue> arguments)
    {
        switch (filter)
        {
            case ComparisonFilter comparison:
                text.Append(comparison.Field).Append(' ').Append(comparison.Comparison).Append(" ?");
                arguments.Add(comparison.Argument);
                break;
            case RawFilter raw:
                text.Append(isWhole ? raw.Expression : $"({raw.Expression})");
                arguments.AddRange(raw.Arguments);
                break;
            case CombinedFilter combined:
                AppendParts(combined, needsParentheses: insideAnd && !combined.IsAnd, text, arguments);
                break;
        }
    }

    private static void AppendParts(CombinedFilter combined, bool needsParentheses, StringBuilder text, List<RecordValue> arguments)
    {
        if (needsParentheses)
            text.Append('(');

        // Filters built in a loop lean to the left and may be thousands deep: that side is walked, not recursed into.
        Stack<Filter> parts = new();
        Filter part = combined;
        while (part is CombinedFilter same && same.IsAnd == combined.IsAnd)
        {
            parts.Push(same.Right);
            part = same.Left;
        }

        Append(part, combined.IsAnd, isWhole: false, text, arguments);
        foreach (Filter next in parts)
        {
            text.Append(combined.IsAnd ? " and " : " or ");
            Append(next, combined.IsAnd, isWhole: false, text, arguments);
        }

        if (needsParentheses)
            text.Append(')');
    }
}
