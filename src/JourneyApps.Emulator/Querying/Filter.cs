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
    internal sealed record Comparison(QueryAttribute Attribute, QueryOperator Operator, QueryValue Argument, bool Loose) : Filter
    {
        // Prepared once, because they are used for each object.
        private ValueSet? _values;
        private string? _lowerArgument;

        /// <summary>The values of the argument: the items where a list is looked into, otherwise the argument itself.</summary>
        public ValueSet Values => _values ??= new(LooksIntoList ? Argument.Items! : [Argument], Loose);

        /// <summary>The text of the argument in lower case.</summary>
        public string LowerArgument => _lowerArgument ??= JavaScriptText.ToLower(Argument.Text!);

        private bool LooksIntoList
            => Argument.Kind == QueryValueKind.List && Operator is not (QueryOperator.Equal or QueryOperator.NotEqual);
    }

    /// <summary>All of the conditions.</summary>
    internal sealed record AllOf(IReadOnlyList<Filter> Items) : Filter;

    /// <summary>At least one of the conditions.</summary>
    internal sealed record AnyOf(IReadOnlyList<Filter> Items) : Filter;
}
