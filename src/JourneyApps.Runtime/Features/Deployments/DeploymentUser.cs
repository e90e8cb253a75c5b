namespace JourneyApps.Deployments;

/// <summary>A user of the app with the devices (API page "App Users"). The same user is also an ordinary object of the app-user model, with
/// the same id.</summary>
public sealed record DeploymentUser
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>When a device of the user last talked to the server; null when none did.</summary>
    public DateTimeOffset? LastConnectedAt { get; init; }

    /// <summary>Whether a device is enrolled; null when the server does not say.</summary>
    public bool? IsEnrolled { get; init; }

    /// <summary>Whether the user is locked out; null when the server does not say.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>The devices' sessions; several only where the deployment allows that.</summary>
    public IReadOnlyList<DeviceSession> Sessions { get; init; } = [];
}
