namespace JourneyApps.Internal.Objects.Queries;

/// <summary>One comparison.</summary>
/// <param name="fieldName">The JSON name.</param>
/// <param name="comparison">The platform's operator, in its words.</param>
/// <param name="argument">The value.</param>
/// <param name="isNullByOperator">
/// Null came through <c>==</c> or <c>!=</c> and may have been a variable that nobody meant to be null. Updates and deletes by query refuse it.
/// </param>
internal sealed class ComparisonFilter(string fieldName, string comparison, FilterArgument argument, bool isNullByOperator) : Filter
{
    public string Field => fieldName;

    public string Comparison => comparison;

    public FilterArgument Argument => argument;

    public bool IsNullByOperator => isNullByOperator;
}
