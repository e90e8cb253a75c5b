namespace JourneyApps.Deployments;

/// <summary>A user of the app, with the user's devices (API page "App Users"). Each user is also an object of the app-user model, with the
/// same id.</summary>
public sealed record DeploymentUser
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>When a device of the user last communicated with the server; null if never.</summary>
    public DateTimeOffset? LastConnectedAt { get; init; }

    /// <summary>Whether a device is enrolled; null if the server does not state it.</summary>
    public bool? IsEnrolled { get; init; }

    /// <summary>Whether the user is locked; null if the server does not state it.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>The sessions of the devices. There can be several if the deployment allows it.</summary>
    public IReadOnlyList<DeviceSession> Sessions { get; init; } = [];
}
