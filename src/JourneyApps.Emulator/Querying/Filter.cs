namespace JourneyApps.Emulator.Querying;

/// <summary>A condition on objects.</summary>
internal abstract record Filter;

/// <summary>A comparison of one attribute.</summary>
/// <param name="Attribute">What is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Argument">With what; already of the attribute's kind where it can be.</param>
/// <param name="Loose">Whether values of different kinds compare as in JavaScript.</param>
internal sealed record Comparison(QueryAttribute Attribute, QueryOperator Operator, QueryValue Argument, bool Loose) : Filter;

/// <summary>All of the conditions.</summary>
/// <param name="Items">The conditions.</param>
internal sealed record AllOf(IReadOnlyList<Filter> Items) : Filter;

/// <summary>At least one of the conditions.</summary>
/// <param name="Items">The conditions.</param>
internal sealed record AnyOf(IReadOnlyList<Filter> Items) : Filter;
