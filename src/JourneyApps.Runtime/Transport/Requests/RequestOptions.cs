using JourneyApps.Http;

namespace JourneyApps;

/// <summary>Options of single calls, in place of the client's: <c>app.Jobs.WithOptions(new RequestOptions { MaxAttempts = 1
/// })</c>.</summary>
public sealed record RequestOptions
{
    /// <summary>The time over all attempts and waits of one request; null for the client's.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How often one request is sent at most, from 1; null for the client's.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Called with each successful response: status, headers and the raw JSON. Null for none. It runs before the response is read
    /// into objects; its exceptions reach the caller. For a single call, <c>app.Jobs.WithResponseAsync(…)</c> is simpler.</summary>
    public Action<RawResponse>? OnResponse { get; init; }
}
