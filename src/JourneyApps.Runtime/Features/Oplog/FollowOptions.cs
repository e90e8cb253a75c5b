namespace JourneyApps.Oplog;

/// <summary>Options for reading the oplog.</summary>
public sealed record FollowOptions
{
    /// <summary>The delay after a response without entries, 1 s or more. Default 1 s, as the platform recommends.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum number of entries per request, 1 to 1,000. Default 1,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Whether to continue if a model or field that the generated code reads was removed or has a different type. Default false:
    /// reading stops with a <see cref="DataModelChangedException"/>. If true, the change is reported in
    /// <see cref="OplogPage.DataModelChanges"/>.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }
}
