using JourneyApps.Schema;

namespace JourneyApps.Mirroring;

/// <summary>A step of a mirror that an <see cref="IMirrorSink"/> stores: a page of the oplog, a part of a load, or a new data model. A step
/// can have no changes; its checkpoint is stored in any case.</summary>
public sealed class MirrorStep
{
    /// <summary>The checkpoint at which this step begins; null if none was stored before. Compare it with the stored one in the transaction
    /// of the step.</summary>
    public string? PreviousCheckpoint { get; init; }

    /// <summary>The checkpoint after this step. Do not interpret the text.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>What the objects of the mirrored models look like in the copy, as a text that is stored next to the checkpoint; null if it
    /// is the same as before, so it has to be written only when the data model changed. Do not interpret the text.</summary>
    public string? ModelShapes { get; init; }

    /// <summary>The deployed data model, which the objects of this step fit.</summary>
    public required DataModel DataModel { get; init; }

    /// <summary>The identifier of the data model; null if the server did not send it.</summary>
    public string? DataModelHash { get; init; }

    /// <summary>The mirrored models and the phase of each copy after this step.</summary>
    public required IReadOnlyDictionary<string, MirrorPhase> Phases { get; init; }

    /// <summary>The changes, over all mirrored models, in the order of the oplog. An object can occur several times in a page of the
    /// oplog. After a crash, a change can be delivered again.</summary>
    public IReadOnlyList<MirrorChange<JourneyRecord>> Changes { get; init; } = [];

    /// <summary>The model of which this step is a part of a load; null if the step does not belong to a load.</summary>
    public string? LoadedModel { get; init; }

    /// <summary>The sequence of the last entry of the oplog before the load began; null if the oplog was empty, and if the step does not
    /// belong to a load. The loaded objects can be newer.</summary>
    public long? LoadSequence { get; init; }

    /// <summary>Whether this is the first part of a load.</summary>
    public bool IsFirstOfLoad { get; init; }

    /// <summary>Whether this is the last part of a load. The phase of the model is <see cref="MirrorPhase.CatchingUp"/> after it.</summary>
    public bool IsLastOfLoad { get; init; }

    /// <summary>The first id of the range that <see cref="ExistingIds"/> is complete for; null for no lower end.</summary>
    public string? FromId { get; init; }

    /// <summary>The id after the last one of the range; null for no upper end.</summary>
    public string? ToId { get; init; }

    /// <summary>The ids of all objects of <see cref="LoadedModel"/> from <see cref="FromId"/> to before <see cref="ToId"/>, compared
    /// ordinally: the copy must remove its other objects in that range. Null if nothing is to be removed.</summary>
    public IReadOnlySet<string>? ExistingIds { get; init; }

    /// <summary>Model and number of changes; no values.</summary>
    public override string ToString()
        => FormattableString.Invariant($"{(LoadedModel is null ? "oplog" : $"load of {LoadedModel}")}: {Changes.Count} changes");
}
