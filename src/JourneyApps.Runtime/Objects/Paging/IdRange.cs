namespace JourneyApps.Internal.Objects.Paging;

/// <summary>A range of ids in the order of their text. The first range has no lower end and the last one no upper end.</summary>
/// <param name="From">The lower end, which is in the range; null for none.</param>
/// <param name="To">The upper end, which is not in the range; null for none.</param>
internal readonly record struct IdRange(string? From, string? To)
{
    internal static readonly IdRange Everything = new(null, null);

    /// <summary>Whether an id is in the range, by the order in which the server was asked to compare.</summary>
    internal bool Contains(string id)
        => (From is null || string.CompareOrdinal(id, From) >= 0) && (To is null || string.CompareOrdinal(id, To) < 0);

    /// <summary>The condition for the query call; null for everything.</summary>
    /// <param name="afterId">Only ids above this one; null for all.</param>
    internal Filter? ToFilter(string? afterId = null)
    {
        Filter? lower = From is not null && (afterId is null || string.CompareOrdinal(From, afterId) > 0) ? new RawFilter("id >= ?", [From])
            : afterId is not null ? new RawFilter("id > ?", [afterId])
            : null;
        Filter? upper = To is not null ? new RawFilter("id < ?", [To]) : null;
        return lower is null ? upper : upper is null ? lower : lower & upper;
    }
}
