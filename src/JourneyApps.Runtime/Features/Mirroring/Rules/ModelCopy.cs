using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The progress of the copy of one model.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Phase">The phase.</param>
internal sealed record ModelCopy(string Name, MirrorPhase Phase)
{
    /// <summary>The end of the oplog before the first request of the load; null when the oplog was empty. The oplog is read from here when
    /// the load ends.</summary>
    public OplogMark? Start { get; init; }

    /// <summary>Changes up to this entry are in the copy; entries up to it are skipped. Null for none.</summary>
    public OplogMark? Position { get; init; }

    /// <summary>While catching up: the end of the oplog after the load; null when the oplog was empty.</summary>
    public OplogMark? CatchUpTo { get; init; }

    /// <summary>How the objects are read while loading.</summary>
    public LoadMode Mode { get; init; }

    /// <summary>While loading: what is stored.</summary>
    public LoadedSpans Loaded { get; init; } = LoadedSpans.None;

    /// <summary>When not empty, the load reads only the objects that have a value in one of these fields, which are new in the data
    /// model.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>What the objects looked like when the copy was made; null when not known.</summary>
    public ModelShape? Shape { get; init; }

    /// <summary>A model of which everything is to be loaded.</summary>
    public static ModelCopy ToLoad(string name, OplogMark? start, ModelShape? shape)
        => new(name, MirrorPhase.Loading) { Start = start, Position = start, Shape = shape };

    /// <summary>The same model, whose objects with a value in some fields are to be loaded again.</summary>
    /// <param name="log">The place in the oplog. Entries after it are not applied before the load ends, and then from this place on: the
    /// load does not cover the other objects.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="shape">What the objects look like now.</param>
    public ModelCopy ToLoadFields(OplogMark? log, ImmutableArray<string> fields, ModelShape shape) => this with
    {
        Phase = MirrorPhase.Loading,
        Start = Phase == MirrorPhase.Loading ? Start : log,
        CatchUpTo = null,
        Mode = LoadMode.Ranges,
        Loaded = LoadedSpans.None,
        Fields = [.. Fields.Union(fields)],
        Shape = shape,
    };

    /// <summary>The entries that must be in the oplog when it is read past them. Otherwise the deployment was restored, and the copy has
    /// changes that no longer exist.</summary>
    public IEnumerable<OplogMark> Marks
        => Phase == MirrorPhase.Loading ? [] : new[] { Position, CatchUpTo }.OfType<OplogMark>();

    /// <summary>Whether the load reads every object.</summary>
    public bool LoadsEverything => Fields.IsEmpty;
}
