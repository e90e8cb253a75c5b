namespace JourneyApps.Mirroring;

/// <summary>Progress of a <see cref="DatabaseMirror"/>.</summary>
/// <param name="Event">What happened.</param>
public sealed record DatabaseMirrorProgress(DatabaseMirrorEvent Event)
{
    /// <summary>The model's name in the schema; null if it concerns all models.</summary>
    public string? Model { get; init; }

    /// <summary>How many rows the step wrote or deleted. Equal rows are not written.</summary>
    public long Rows { get; init; }

    /// <summary>How many objects the step contained, equal ones included.</summary>
    public int Objects { get; init; }

    /// <summary>While a model is loaded: which part of its ids was loaded, 0 to 1; null if this is not known.</summary>
    public double? Loaded { get; init; }

    /// <summary>A sentence for people, for events without figures: which worker writes, why the mirror waits; otherwise null.</summary>
    public string? Message { get; init; }

    /// <summary>How long the mirror waits before it tries again; only for <see cref="DatabaseMirrorEvent.Retrying"/> and
    /// <see cref="DatabaseMirrorEvent.WaitingForTables"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The step of reading that this is about; null for others.</summary>
    public MirrorProgress? Reading { get; init; }

    /// <summary>For <see cref="DatabaseMirrorEvent.TablesChanged"/>, the SQL that was run. For
    /// <see cref="DatabaseMirrorEvent.WaitingForTables"/> and for a lock on a table, the SQL that is missing. Otherwise empty.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
