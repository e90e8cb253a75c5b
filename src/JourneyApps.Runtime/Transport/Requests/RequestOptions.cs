using JourneyApps.Http;
using JourneyApps.Internal.Transport.Attempts;

namespace JourneyApps;

/// <summary>Options for single calls that override those of the client: <c>app.Jobs.WithOptions(new RequestOptions { MaxAttempts = 1
/// })</c>.</summary>
public sealed record RequestOptions
{
    private readonly TimeSpan? _deadline;
    private readonly int? _maxAttempts;

    /// <summary>The time limit for all attempts and delays of one request, greater than zero and at most 24 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for that of the client.</summary>
    /// <exception cref="ArgumentException">The value is out of that range.</exception>
    public TimeSpan? Deadline
    {
        get => _deadline;
        init => _deadline = value is { } limit ? TimeLimit.Check(limit, nameof(Deadline)) : null;
    }

    /// <summary>The maximum number of attempts for a request, 1 or more; null for that of the client.</summary>
    /// <exception cref="ArgumentException">The value is less than 1.</exception>
    public int? MaxAttempts
    {
        get => _maxAttempts;
        init => _maxAttempts = value is not < 1 ? value : throw new ArgumentException($"MaxAttempts must be at least 1; it is {value}.");
    }

    /// <summary>A callback that receives each successful response with its status, headers and raw JSON. Null for no callback. It runs
    /// before the response is converted to objects. If it throws an exception, the call throws the same exception. To get the response of a
    /// single call, use <c>app.Jobs.WithResponseAsync(…)</c>, which is simpler.</summary>
    public Action<RawResponse>? OnResponse { get; init; }
}
