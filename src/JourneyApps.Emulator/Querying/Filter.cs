namespace JourneyApps.Emulator.Querying;

/// <summary>A condition on objects.</summary>
internal abstract record Filter
{
    private Filter() { }

    /// <summary>A comparison of one attribute.</summary>
    /// <param name="Attribute">The attribute.</param>
    /// <param name="Operator">The operator.</param>
    /// <param name="Argument">The other value; of the attribute's kind where it can be.</param>
    /// <param name="Loose">Whether values of different kinds are converted like JavaScript's <c>==</c>.</param>
    internal sealed record Comparison(QueryAttribute Attribute, QueryOperator Operator, QueryValue Argument, bool Loose) : Filter;

    /// <summary>All of the conditions.</summary>
    internal sealed record AllOf(IReadOnlyList<Filter> Items) : Filter;

    /// <summary>At least one of the conditions.</summary>
    internal sealed record AnyOf(IReadOnlyList<Filter> Items) : Filter;
}
