namespace JourneyApps.Oplog;

/// <summary>How the oplog is read.</summary>
public sealed record FollowOptions
{
    /// <summary>The time to wait after a response without entries; 1 s or more. Default 1 s, as the platform recommends.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most entries per request, 1 to 1,000. Default 1,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Whether to continue when a model or field that the generated code reads is removed or gets another type. Default false:
    /// stop with <see cref="DataModelChangedException"/>. True: report it in <see cref="OplogPage.DataModelChanges"/>.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }
}
