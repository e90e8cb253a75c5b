namespace JourneyApps.Internal.Objects.Paging;

/// <summary>What a query asks for, typed or not. Immutable: every operator of a query makes a new one.</summary>
internal sealed record QuerySpec
{
    internal static readonly QuerySpec Everything = new();

    /// <summary>The condition; null for none.</summary>
    internal Filter? Filter { get; init; }

    /// <summary>The order, most important first; empty for the server's own.</summary>
    internal SortKey[] Order { get; init; } = [];

    /// <summary>How many objects to skip at the beginning.</summary>
    internal int Skip { get; init; }

    /// <summary>How many objects at most; null for all.</summary>
    internal int? Take { get; init; }

    /// <summary>What is promised while others write.</summary>
    internal ReadConsistency Consistency { get; init; }

    /// <summary>Whether the result is always empty, so that nothing has to be sent.</summary>
    internal bool IsEmpty => Take == 0 || (Filter is { } filter && FilterRenderer.MatchesNothing(filter));

    internal QuerySpec Where(Filter condition) => this with { Filter = Filter is { } before ? before & condition : condition };

    /// <summary>Orders in place of any order given before.</summary>
    internal QuerySpec OrderedBy(SortKey key) => this with { Order = [key] };

    /// <summary>Orders after the order given before.</summary>
    internal QuerySpec ThenOrderedBy(SortKey key) => this with { Order = [.. Order, key] };

    /// <summary>Takes at most so many; a second call can only lower it.</summary>
    internal QuerySpec Taking(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return this with { Take = Math.Min(count, Take ?? int.MaxValue) };
    }

    /// <summary>Skips so many more; after <see cref="Taking"/>, of those that were taken.</summary>
    internal QuerySpec Skipping(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return this with { Skip = checked(Skip + count), Take = Take is { } take ? Math.Max(0, take - count) : null };
    }

    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    internal void ThrowIfContradictory()
    {
        if (Consistency == ReadConsistency.Complete && (Order.Length > 0 || Skip > 0 || Take is not null))
            throw new InvalidOperationException(
                "ReadConsistency.Complete reads ranges of ids, so it cannot be combined with OrderBy, Take or Skip.");
    }
}
