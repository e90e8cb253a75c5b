namespace JourneyApps.Mirroring;

/// <summary>The state of a copy, as its database has it.</summary>
public sealed record DatabaseMirrorStatus
{
    /// <summary>Whether the database has a copy. If not, only <see cref="Decisions"/> has a value.</summary>
    public bool Exists { get; init; }

    /// <summary>The deployment that the copy is of: its base address.</summary>
    public string? Deployment { get; init; }

    /// <summary>The models.</summary>
    public IReadOnlyList<ModelCopyStatus> Models { get; init; } = [];

    /// <summary>The columns that are no longer written and that still exist.</summary>
    public IReadOnlyList<RetiredColumn> Retired { get; init; } = [];

    /// <summary>The first problems, at most 100.</summary>
    public IReadOnlyList<MirrorProblem> Problems { get; init; } = [];

    /// <summary>The worker that writes, as <c>host/process id</c> and a random part; null if none does.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when the worker holds the copy, by the clock of the database; null if none does.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Whether a worker holds the copy now.</summary>
    public bool HasOwner { get; init; }

    /// <summary>The copy has all changes up to this time, by the clock of the database; null if a model was never complete.</summary>
    public DateTimeOffset? UpToDateAt { get; init; }

    /// <summary>The lag of the copy; null if a model was never complete.</summary>
    public TimeSpan? Lag { get; init; }

    /// <summary>How many files wait for their download, those included that failed too often; 0 if files are not copied.</summary>
    public long FilesWaiting { get; init; }

    /// <summary>What a person has to do: views and indexes that use columns and tables that are no longer written, and values that do not
    /// fit; empty if all is well.</summary>
    public IReadOnlyList<MirrorDecision> Decisions { get; init; } = [];
}
