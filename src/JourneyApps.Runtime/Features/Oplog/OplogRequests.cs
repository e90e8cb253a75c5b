using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>The requests of the change log.</summary>
internal static class OplogRequests
{
    /// <summary>The most entries that one request gives (API page "Oplog API").</summary>
    internal const int MostEntries = 1000;

    /// <summary>Entries from a sequence (inclusive) on.</summary>
    internal static ApiRequest From(long start, int limit, RequestOptions? options = null)
        => new(HttpMethod.Get, FormattableString.Invariant($"oplog.json?start={start}&limit={limit}"), "read log") { Options = options };

    /// <summary>The most recent entries.</summary>
    internal static ApiRequest Tail(int limit, RequestOptions? options = null)
        => new(HttpMethod.Get, FormattableString.Invariant($"oplog.json?tail=true&limit={limit}"), "read log's end") { Options = options };
}
