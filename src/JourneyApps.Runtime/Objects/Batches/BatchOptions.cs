namespace JourneyApps;

/// <summary>How a batch, or an update or delete by query, runs.</summary>
public sealed record BatchOptions
{
    /// <summary>Stop after the first operation that fails; those of the same request are <see cref="BatchStatus.NotAttempted"/>, the rest
    /// of the sequence is not taken. Default false. Needs <see cref="Parallel"/> to be 1.</summary>
    public bool StopOnError { get; init; }

    /// <summary>How many operations a request holds at most, 1 to 1,000 (the API's limit, and the default).</summary>
    public int OperationsPerRequest { get; init; } = 1000;

    /// <summary>A request is closed once its JSON has reached this size, in bytes; default 8 MiB. Files are not counted.</summary>
    public int MaxRequestBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How many requests may be under way at once, 1 to 16; never two with the same object. Default 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Read every written object again afterwards, so that it is fresh instead of stale. Costs a request per 1,000 objects.
    /// Default false.</summary>
    public bool ReadBack { get; init; }

    /// <summary>Keep a result for every operation. Default false: only those that are not done are kept, so that a batch of any length runs
    /// in flat memory.</summary>
    public bool KeepAppliedResults { get; init; }

    /// <summary>Reports after each request, in order, from the task that runs the batch. Null for no reports.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>Whether objects of the app-user model may be deleted, which locks those users and wipes their devices. Default
    /// <see cref="DeviceWipeHandling.Refuse"/>.</summary>
    public DeviceWipeHandling DeviceWipeHandling { get; init; }

    /// <summary>For updates and deletes by query only: find the objects that it would touch (<see cref="BulkResult.Ids"/>) and write
    /// nothing. Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Limits of the single requests; null for the client's.</summary>
    public RequestOptions? Request { get; init; }
}
