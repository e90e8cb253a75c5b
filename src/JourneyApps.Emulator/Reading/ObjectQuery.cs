using JourneyApps.Emulator.Querying;

namespace JourneyApps.Emulator.Reading;

/// <summary>The filter, order and page of a list.</summary>
/// <param name="Filter">The condition; <see langword="null"/> for none.</param>
/// <param name="Sort">The order; empty for none.</param>
/// <param name="Limit">The maximum number of rows in the page.</param>
/// <param name="Skip">The number of rows before the page.</param>
/// <param name="WantsTotal">Whether the number of all matching rows is needed.</param>
internal sealed record ObjectQuery(Filter? Filter, IReadOnlyList<SortKey> Sort, long Limit, long Skip, bool WantsTotal);
