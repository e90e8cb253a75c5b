namespace JourneyApps.Deployments;

/// <summary>The session of one device of an app user (API page "App Users").</summary>
public sealed record DeviceSession
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the state on the server: <c>ENROLLED</c> (in use), <c>LOCKED</c>, <c>RESET</c> (to be wiped),
    /// <c>NEVER_ENROLLED</c> (from older versions of the platform) or a new one; null if absent.</summary>
    public string? State { get; init; }

    /// <summary>When the session began.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the device was last authenticated.</summary>
    public DateTimeOffset? LastAuthenticatedAt { get; init; }

    /// <summary>When the device last communicated with the server.</summary>
    public DateTimeOffset? LastConnectedAt { get; init; }

    /// <summary>When the device signed out; null if it has not signed out.</summary>
    public DateTimeOffset? SignedOutAt { get; init; }

    /// <summary>When the device was last completely synchronized; null if never or not known.</summary>
    public DateTimeOffset? LastFullSync { get; init; }

    /// <summary>The name of the device's platform on the server, such as <c>IOS</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>The version of the installed container.</summary>
    public string? ContainerVersion { get; init; }

    /// <summary>The container's bundle id.</summary>
    public string? BundleId { get; init; }

    /// <summary>The version of the app runtime.</summary>
    public string? RuntimeVersion { get; init; }

    /// <summary>The device's id.</summary>
    public string? DeviceId { get; init; }

    /// <summary>A display name, such as <c>Apple iPhone7,2</c>.</summary>
    public string? Label { get; init; }
}
