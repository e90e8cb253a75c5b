using JourneyApps.Internal.Transport.Attempts;

namespace JourneyApps.Oplog;

/// <summary>Options for reading the oplog.</summary>
public sealed record FollowOptions
{
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _pollInterval = ShortestDelay;

    /// <summary>The delay after a response without entries, 1 s to 24 days. Default 1 s, as the platform recommends.</summary>
    /// <exception cref="ArgumentException">The value is out of that range.</exception>
    public TimeSpan PollInterval
    {
        get => _pollInterval;
        init => _pollInterval = TimeLimit.CheckWait(value, nameof(PollInterval), ShortestDelay);
    }

    /// <summary>The maximum number of entries per request, 1 to 1,000. Default 1,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Whether to continue if a model or field that the generated code reads was removed or has a different type. Default false:
    /// reading stops with a <see cref="DataModelChangedException"/>. If true, the change is reported in
    /// <see cref="OplogPage.DataModelChanges"/>.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }
}
