using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>What a query asks for. Immutable: every operator of a query makes a new one.</summary>
/// <typeparam name="TModel">The model.</typeparam>
internal sealed record QueryPlan<TModel>
    where TModel : class, IModel<TModel>
{
    internal static readonly QueryPlan<TModel> Everything = new();

    /// <summary>The condition; null for none.</summary>
    internal Filter? Filter { get; init; }

    /// <summary>The order, most important first; empty for the server's own.</summary>
    internal SortKey[] Order { get; init; } = [];

    /// <summary>How many objects to leave out at the beginning.</summary>
    internal int Skip { get; init; }

    /// <summary>How many objects at most; null for all.</summary>
    internal int? Take { get; init; }

    /// <summary>The related objects to fetch with each page.</summary>
    internal ModelLink<TModel>[] Includes { get; init; } = [];

    /// <summary>What is promised while others write.</summary>
    internal ReadConsistency ReadConsistency { get; init; }

    /// <summary>Limits of the requests; null for the client's.</summary>
    internal RequestOptions? Options { get; init; }

    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    internal void Check()
    {
        if (ReadConsistency == ReadConsistency.Complete && (Order.Length > 0 || Skip > 0 || Take is not null))
            throw new InvalidOperationException("ReadConsistency.Complete reads by slices of ids: it has no order, and cannot be combined with OrderBy, Take or Skip.");
    }
}
