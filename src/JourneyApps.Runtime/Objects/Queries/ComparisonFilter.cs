namespace JourneyApps.Internal.Objects.Queries;

/// <summary>One comparison of a field with a value.</summary>
/// <param name="fieldName">The field's name in JSON.</param>
/// <param name="comparison">The operator in the API's query language.</param>
/// <param name="argument">The value.</param>
/// <param name="isNullByOperator">Whether a null came through <c>==</c> or <c>!=</c>: it may be a variable that was not meant to be null.
/// Updates and deletes by query refuse it.</param>
internal sealed class ComparisonFilter(string fieldName, string comparison, RecordValue argument, bool isNullByOperator) : Filter
{
    /// <summary>The largest list that the platform's own client sends.</summary>
    public const int MaxValues = 1000;

    public string Field => fieldName;

    public string Comparison => comparison;

    public RecordValue Argument => argument;

    public bool IsNullByOperator => isNullByOperator;

    public static Filter Create(string? field, string comparison, RecordValue argument)
        => new ComparisonFilter(Name(field), comparison, argument, argument.IsNull && comparison is ("=" or "!="));

    public static Filter CreateNull(string? field, string comparison)
        => new ComparisonFilter(Name(field), comparison, RecordValue.Null, isNullByOperator: false);

    /// <exception cref="ArgumentException">There are more values than one list may hold.</exception>
    public static Filter CreateList<T>(string? field, string comparison, IEnumerable<T> values, Func<T, RecordValue> argument)
    {
        ArgumentNullException.ThrowIfNull(values);
        RecordValue[] arguments = [.. values.Select(argument).Where(static value => !value.IsNull)];
        return arguments.Length <= MaxValues
            ? new ComparisonFilter(Name(field), comparison, RecordValue.List(arguments), isNullByOperator: false)
            : throw new ArgumentException(
                $"'{field} {comparison}' has {arguments.Length} values; at most {MaxValues} are allowed. "
                + $"Query in parts (values.Chunk({MaxValues})), or read objects by their ids with GetManyAsync.", nameof(values));
    }

    private static string Name(string? field)
        => field ?? throw new InvalidOperationException("A default field token does not name a field.");
}
