namespace JourneyApps.Oplog;

/// <summary>How the change log is read.</summary>
public sealed record FollowOptions
{
    /// <summary>How long to wait after an answer without entries; at least (and by default) 1 s, the platform's advice.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many entries to ask for at once, 1 to 1,000. Default 1,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>
    /// What to do when the deployment's data model loses or retypes a field that this code reads. Default false: stop with
    /// <see cref="DataModelChangedException"/>. True: report it in <see cref="OplogPage.DataModelChanges"/> and go on.
    /// </summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }
}
