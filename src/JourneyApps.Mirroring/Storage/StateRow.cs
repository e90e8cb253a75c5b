namespace JourneyApps.Mirroring.Storage;

/// <summary>The row that says who writes to a copy and the progress of it.</summary>
/// <param name="Version">A number that each write raises: whoever knows it is the only writer.</param>
internal sealed record StateRow(long Version)
{
    public string? Owner { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Whether the owner did not renew its lease.</summary>
    public bool IsExpired { get; init; }

    public string? Deployment { get; init; }

    public string? Address { get; init; }

    public string? Checkpoint { get; init; }

    public DateTimeOffset? UpToDateAt { get; init; }

    public string[] Reload { get; init; } = [];

    /// <summary>The time of the database when the row was read.</summary>
    public DateTimeOffset Now { get; init; }
}
