namespace JourneyApps.Deployments;

/// <summary>The session of one device of an app user (API page "App Users").</summary>
public sealed record DeviceSession
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The state in the server's word: <c>ENROLLED</c> (in use), <c>LOCKED</c>, <c>RESET</c> (to be wiped), <c>NEVER_ENROLLED</c>
    /// (from older versions of the platform) or a new one; null when absent.</summary>
    public string? State { get; init; }

    /// <summary>When the session began.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the device last proved who it is.</summary>
    public DateTimeOffset? LastAuthenticatedAt { get; init; }

    /// <summary>When the device last talked to the server.</summary>
    public DateTimeOffset? LastConnectedAt { get; init; }

    /// <summary>When it signed out; null while it has not.</summary>
    public DateTimeOffset? SignedOutAt { get; init; }

    /// <summary>When it last had everything; null when never, or not known.</summary>
    public DateTimeOffset? LastFullSync { get; init; }

    /// <summary>The device's platform in the server's word, such as <c>IOS</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>The version of the installed container.</summary>
    public string? ContainerVersion { get; init; }

    /// <summary>The container's bundle id.</summary>
    public string? BundleId { get; init; }

    /// <summary>The version of the app runtime.</summary>
    public string? RuntimeVersion { get; init; }

    /// <summary>The device's id.</summary>
    public string? DeviceId { get; init; }

    /// <summary>A name for people, such as <c>Apple iPhone7,2</c>.</summary>
    public string? Label { get; init; }
}
