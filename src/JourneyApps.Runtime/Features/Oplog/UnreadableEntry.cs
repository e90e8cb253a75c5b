namespace JourneyApps.Oplog;

/// <summary>A change whose object could not be read: handed over instead of stopping the log.</summary>
public sealed record UnreadableEntry : OplogEntry
{
    /// <summary>Why; names model, object and field.</summary>
    public required Exception Exception { get; init; }
}
