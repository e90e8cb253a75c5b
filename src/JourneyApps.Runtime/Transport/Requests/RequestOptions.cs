using JourneyApps.Http;

namespace JourneyApps;

/// <summary>Options for single calls that override those of the client: <c>app.Jobs.WithOptions(new RequestOptions { MaxAttempts = 1
/// })</c>.</summary>
public sealed record RequestOptions
{
    /// <summary>The time limit for all attempts and delays of one request; null for that of the client.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The maximum number of attempts for a request, 1 or more; null for that of the client.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>A callback that receives each successful response with its status, headers and raw JSON. Null for no callback. It runs
    /// before the response is converted to objects. If it throws an exception, the call throws the same exception. To get the response of a
    /// single call, use <c>app.Jobs.WithResponseAsync(…)</c>, which is simpler.</summary>
    public Action<RawResponse>? OnResponse { get; init; }
}
