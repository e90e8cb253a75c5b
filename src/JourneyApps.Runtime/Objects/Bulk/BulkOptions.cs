namespace JourneyApps;

/// <summary>How an update or delete by query runs.</summary>
public sealed record BulkOptions
{
    /// <summary>Only find out which objects it would touch (<see cref="BulkResult.Ids"/>). Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Deleting objects of the app-user model locks those users and wipes their devices; it must be said that this is meant. Default false.</summary>
    public bool AllowWipe { get; init; }

    /// <summary>Told after every request that writes. Null for nobody.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }
}
