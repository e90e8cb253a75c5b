namespace JourneyApps;

/// <summary>Options of a batch, or of an update or delete by query.</summary>
public sealed record BatchOptions
{
    /// <summary>Whether to stop after the first operation that fails. Later operations of the same request are then
    /// <see cref="BatchStatus.NotAttempted"/>, and the rest of the sequence is not read. Default false. Requires <see cref="Parallel"/> to
    /// be 1.</summary>
    public bool StopOnError { get; init; }

    /// <summary>The maximum number of operations per request, 1 to 1,000 (the API's limit and the default).</summary>
    public int OperationsPerRequest { get; init; } = 1000;

    /// <summary>The size of a request's JSON, in bytes, at which no more operations are added to it, 1 to 1 GiB; default 8 MiB. Files are
    /// not counted.</summary>
    public int MaxRequestBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The maximum number of concurrent requests, 1 to 16. The same object is never in two of them. Default 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Whether to read every written object again afterwards, so that it is not stale. Sends one request per 1,000 objects.
    /// Default false.</summary>
    public bool ReadBack { get; init; }

    /// <summary>Whether to keep a result for every operation. Default false: only results of operations that are not done are kept, so
    /// memory use does not depend on the length of the batch.</summary>
    public bool KeepAppliedResults { get; init; }

    /// <summary>Receives a report after each request, in order, from the task that runs the batch. Null for no reports.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>Whether objects of the app-user model can be deleted, which locks those users and wipes their devices. Default
    /// <see cref="DeviceWipeHandling.Refuse"/>.</summary>
    public DeviceWipeHandling DeviceWipeHandling { get; init; }

    /// <summary>For updates and deletes by query only: whether to find the objects that would be written (<see cref="BulkResult.Ids"/>)
    /// without writing them. Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>The limits of the single requests; null for those of the client.</summary>
    public RequestOptions? Request { get; init; }
}
