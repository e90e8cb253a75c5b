namespace JourneyApps.Emulator.Querying;

/// <summary>The operators of the expression language as they are written.</summary>
internal static class QueryOperators
{
    /// <summary>In the order in which the reference parser tries them, which is also that of its message.</summary>
    public static readonly IReadOnlyList<(string Text, QueryOperator Operator)> All =
    [
        (">=", QueryOperator.GreaterOrEqual),
        ("<=", QueryOperator.LessOrEqual),
        ("=", QueryOperator.Equal),
        ("!=", QueryOperator.NotEqual),
        (">", QueryOperator.Greater),
        ("<", QueryOperator.Less),
        ("starts with", QueryOperator.StartsWith),
        ("contains", QueryOperator.Contains),
        ("in", QueryOperator.In),
        ("not in", QueryOperator.NotIn),
    ];

    /// <summary>The operators as the message of a missing one lists them.</summary>
    public static readonly string Listed = $"[{string.Join(',', All.Select(entry => $"\"{entry.Text}\""))}]";

    public static string TextOf(QueryOperator op) => All.First(entry => entry.Operator == op).Text;
}
