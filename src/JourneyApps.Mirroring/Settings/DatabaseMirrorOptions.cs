namespace JourneyApps.Mirroring;

/// <summary>Options of a <see cref="DatabaseMirror"/>.</summary>
public sealed record DatabaseMirrorOptions
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _lease = TimeSpan.FromSeconds(30);

    /// <summary>The names of the models in the schema, in the order in which they are loaded; null for all models of the deployment,
    /// including those that are added later.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Whether deleted objects keep their rows, with the time in <c>_deleted_at</c>. Default false: their rows are
    /// deleted.</summary>
    public bool MarkDeletes { get; init; }

    /// <summary>The names of the models of which every change is kept in a table of versions; empty for none. The history begins when the
    /// mirror does: the oplog has no older values.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Which changes of tables the mirror makes. Default <see cref="MirrorDdl.Additive"/>.</summary>
    public MirrorDdl Ddl { get; init; } = MirrorDdl.Additive;

    /// <summary>Where files are stored; null to store their ids and states only.</summary>
    public MirrorFileOptions? Files { get; init; }

    /// <summary>How long another worker waits, after the last sign of the one that writes, before it takes over: 1 s to 10 min. Default
    /// 30 s.</summary>
    /// <exception cref="ArgumentException">The value is out of that range.</exception>
    public TimeSpan Lease
    {
        get => _lease;
        init => _lease = value >= ShortestLease && value <= LongestLease
            ? value
            : throw new ArgumentException("Lease must be 1 s to 10 min.", nameof(Lease));
    }

    /// <summary>Options of reading, such as the poll interval. <see cref="MirrorOptions.Checkpoints"/> must be null, because the database
    /// stores the checkpoint.</summary>
    public MirrorOptions Reading { get; init; } = new();

    /// <summary>Receives the progress; null if you do not need it.</summary>
    public IProgress<DatabaseMirrorProgress>? Progress { get; init; }

    /// <summary>The clock of the waits between attempts.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether a model is copied.</summary>
    internal bool Copies(string model) => Models?.Contains(model, StringComparer.Ordinal) != false;

    /// <summary>Whether every change of a model is kept.</summary>
    internal bool KeepsVersions(string model) => History.Contains(model, StringComparer.Ordinal);

    internal void Check()
    {
        if (Models is { Count: 0 }) throw new ArgumentException("A mirror needs at least one model, or null for all models.");
        if (Reading.Checkpoints is not null)
            throw new ArgumentException("The database stores the checkpoint, so Reading.Checkpoints must be null.");
        if (Files is { Workers: < 1 or > 32 }) throw new ArgumentException("Workers must be 1 to 32.");
        if (Models is not null && History.FirstOrDefault(name => !Models.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"History names the model '{unknown}', which is not one of Models.");
    }
}
