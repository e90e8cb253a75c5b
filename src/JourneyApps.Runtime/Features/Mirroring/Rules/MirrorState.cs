namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The state of a run: the stored part and what is under way. What is under way is lost with the process, and nothing depends on
/// it.</summary>
internal sealed record MirrorState
{
    /// <summary>The progress of the copy, as stored; null when nothing is stored.</summary>
    public CopyState? Copy { get; init; }

    /// <summary>What the run is doing as a whole.</summary>
    public MirrorStage Stage { get; init; }

    /// <summary>The number of the turn. Answers to requests of earlier turns are ignored.</summary>
    public int Turn { get; init; }

    /// <summary>What is known while the stage is <see cref="MirrorStage.Adopting"/>.</summary>
    public Adoption? Adoption { get; init; }

    /// <summary>How many ranges are being read.</summary>
    public int RangesInFlight { get; init; }

    /// <summary>The size of the largest response of the load, in bytes; 0 before the first.</summary>
    public long LargestRange { get; init; }

    /// <summary>Whether all ranges of the load were returned.</summary>
    public bool HasNoRangeLeft { get; init; }

    /// <summary>What is loaded when a load has to begin again after a crash; otherwise the checkpoint has it.</summary>
    public LoadedSpans Collected { get; init; } = LoadedSpans.None;

    /// <summary>Whether a pass over all objects is under way.</summary>
    public bool IsPassing { get; init; }

    /// <summary>How many passes of the load found that something was written during them.</summary>
    public int Passes { get; init; }

    /// <summary>Whether the end of the oplog after a load is being read.</summary>
    public bool IsEndingLoad { get; init; }

    /// <summary>Whether a page of the oplog is being read.</summary>
    public bool IsReadingLog { get; init; }

    /// <summary>Whether the oplog certainly has entries that were not read.</summary>
    public bool HasMoreLog { get; init; }

    /// <summary>How many pages of the oplog in a row had no entries although there must be some.</summary>
    public int EmptyPages { get; init; }

    /// <summary>The model whose load was reported.</summary>
    public string? Announced { get; init; }

    /// <summary>How often the oplog had a gap since a model was last completed.</summary>
    public int Resyncs { get; init; }

    /// <summary>The same with another copy, in a new turn: nothing that is under way counts.</summary>
    public MirrorState InNewTurn() => this with
    {
        Turn = Turn + 1,
        RangesInFlight = 0,
        LargestRange = 0,
        HasNoRangeLeft = false,
        Collected = LoadedSpans.None,
        IsPassing = false,
        Passes = 0,
        IsEndingLoad = false,
        IsReadingLog = false,
        HasMoreLog = true,
        EmptyPages = 0,
    };
}
