namespace JourneyApps;

/// <summary>How an update or delete by query runs.</summary>
public sealed record BulkOptions
{
    /// <summary>Only find the objects that it would touch (<see cref="BulkResult.Ids"/>). Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether objects of the app-user model may be deleted, which locks those users and wipes their devices. Default
    /// <see cref="DeviceWipeHandling.Refuse"/>.</summary>
    public DeviceWipeHandling DeviceWipeHandling { get; init; }

    /// <summary>Reports after each request that writes. Null for no reports.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }
}
