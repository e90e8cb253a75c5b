using JourneyApps.Emulator.Querying;

namespace JourneyApps.Emulator.Reading;

/// <summary>What a list asks for.</summary>
/// <param name="Filter">The condition; <see langword="null"/> for none.</param>
/// <param name="Sort">The order; empty for none.</param>
/// <param name="Limit">The most rows in the page.</param>
/// <param name="Skip">The rows before the page.</param>
/// <param name="WantsTotal">Whether the number of all matching rows is needed.</param>
internal sealed record ObjectQuery(Filter? Filter, IReadOnlyList<SortKey> Sort, long Limit, long Skip, bool WantsTotal);
