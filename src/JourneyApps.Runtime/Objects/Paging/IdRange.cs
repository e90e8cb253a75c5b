using System.Globalization;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>A range of ids over all 128 bits of a UUID. The first range has no lower end and the last one no upper end, so that ids that
/// are not UUIDs are in a range too. UUIDs in lower case sort as their numbers do.</summary>
internal readonly record struct IdRange(UInt128? From, UInt128? To)
{
    internal static readonly IdRange Everything = new(null, null);

    internal string? FromId => From is { } from ? Text(from) : null;

    internal string? ToId => To is { } to ? Text(to) : null;

    /// <summary>Whether an id is in the range, by the order in which the server was asked to compare.</summary>
    internal bool Contains(string id)
        => (FromId is not { } from || string.CompareOrdinal(id, from) >= 0) && (ToId is not { } to || string.CompareOrdinal(id, to) < 0);

    /// <summary>The condition for the query call; null for everything.</summary>
    /// <param name="afterId">Only ids above this one; null for all.</param>
    internal Filter? ToFilter(string? afterId = null)
    {
        Filter? lower = FromId is { } from && string.CompareOrdinal(from, afterId) > 0 ? new RawFilter("id >= ?", [from])
            : afterId is not null ? new RawFilter("id > ?", [afterId])
            : null;
        Filter? upper = ToId is { } to ? new RawFilter("id < ?", [to]) : null;
        return lower is null ? upper : upper is null ? lower : lower & upper;
    }

    private static string Text(UInt128 number)
    {
        string digits = number.ToString("x32", CultureInfo.InvariantCulture);
        return $"{digits.AsSpan(0, 8)}-{digits.AsSpan(8, 4)}-{digits.AsSpan(12, 4)}-{digits.AsSpan(16, 4)}-{digits.AsSpan(20)}";
    }
}
