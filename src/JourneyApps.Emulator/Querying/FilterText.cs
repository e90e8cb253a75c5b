namespace JourneyApps.Emulator.Querying;

/// <summary>Writes a filter as the platform's client re-serialises it: what the grammar understood, without the values.</summary>
internal static class FilterText
{
    public static string Of(Filter filter) => filter switch
    {
        AllOf all => $"({string.Join(" and ", all.Items.Select(Of))})",
        AnyOf any => $"({string.Join(" or ", any.Items.Select(Of))})",
        Comparison comparison => $"{comparison.Attribute.Name} {QueryOperators.TextOf(comparison.Operator)} ?",
        _ => throw new InvalidOperationException(filter.GetType().Name),
    };
}
