namespace JourneyApps.Oplog;

/// <summary>A change whose object could not be read. Reading the oplog continues.</summary>
public sealed record UnreadableEntry : OplogEntry
{
    /// <summary>The reason, with model, object and field.</summary>
    public required Exception Exception { get; init; }
}
