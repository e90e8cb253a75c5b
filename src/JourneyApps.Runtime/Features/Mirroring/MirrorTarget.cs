using System.Collections.Immutable;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Mirroring;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Where a mirror stores its copy, and how the objects are read for it.</summary>
internal abstract class MirrorTarget
{
    /// <summary>The models to mirror; null for all.</summary>
    public abstract ImmutableArray<string>? Models { get; }

    /// <summary>Whether each step needs the deployed data model.</summary>
    public abstract bool NeedsDataModel { get; }

    /// <summary>The models that are read as generated classes; others are read as records.</summary>
    public abstract SchemaInfo Schema(ClientContext context);

    /// <summary>Creates a reader of a model's objects.</summary>
    public abstract RowReader CreateReader(ClientContext context, string model);

    /// <summary>How the deployed data model differs from what the reading code knows, in the mirrored models.</summary>
    public abstract IReadOnlyList<DataModelChange> Compare(ClientContext context, DataModel deployed);

    /// <summary>The part of a model's definition that determines what is read of its objects.</summary>
    public abstract ModelShape ShapeOf(ClientContext context, Model model);

    /// <summary>Whether the shapes of the models are stored next to the checkpoint, which is then short.</summary>
    public virtual bool KeepsShapesApart => false;

    /// <summary>Loads the stored checkpoint.</summary>
    public abstract ValueTask<MirrorCheckpoint?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Stores a step.</summary>
    /// <returns>Whether the copy was at the checkpoint at which the step begins.</returns>
    public abstract ValueTask<bool> StoreAsync(PendingStep step, CancellationToken cancellationToken);

    /// <summary>Where the checkpoint is, for messages.</summary>
    public abstract string Place { get; }

    /// <summary>Releases what a run holds.</summary>
    public virtual void End() { }
}
