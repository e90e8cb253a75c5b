namespace JourneyApps.Internal.Objects.Queries;

/// <summary>Makes comparisons for the tokens, in the operators of the platform's grammar.</summary>
internal static class Comparisons
{
    public const string Equal = "=";
    public const string NotEqual = "!=";
    public const string Less = "<";
    public const string LessOrEqual = "<=";
    public const string Greater = ">";
    public const string GreaterOrEqual = ">=";
    public const string Contains = "contains";
    public const string StartsWith = "starts with";
    public const string In = "in";
    public const string NotIn = "not in";

    /// <summary>The most values that the platform's own client puts into one list.</summary>
    public const int MostValues = 1000;

    public static Filter Make(string? field, string comparison, FilterArgument argument) =>
        new ComparisonFilter(Name(field), comparison, argument, argument.IsNull && (comparison is Equal or NotEqual));

    public static Filter IsNull(string? field, bool isNull) =>
        new ComparisonFilter(Name(field), isNull ? Equal : NotEqual, FilterArgument.Null, isNullByOperator: false);

    public static Filter Among<T>(string? field, string comparison, IEnumerable<T> values, Func<T, FilterArgument> argument)
    {
        ArgumentNullException.ThrowIfNull(values);
        FilterArgument[] arguments = [.. values.Select(argument)];
        if (arguments.Length > MostValues)
        {
            throw new ArgumentException(
                $"'{field} {comparison}' was given {arguments.Length} values and takes {MostValues} at most. Ask in parts (values.Chunk({MostValues})), "
                + "or read objects by their ids with GetManyAsync.", nameof(values));
        }

        return new ComparisonFilter(Name(field), comparison, FilterArgument.List(arguments), isNullByOperator: false);
    }

    private static string Name(string? field) => field ?? throw new InvalidOperationException("A default field token names no field.");
}
