using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The progress of a copy: what a checkpoint contains.</summary>
/// <param name="Log">The last handled entry of the oplog; null when the oplog was empty.</param>
/// <param name="Hash">The data model that was valid; null when not known.</param>
/// <param name="Models">The mirrored models.</param>
internal sealed record CopyState(OplogMark? Log, string? Hash, ImmutableArray<ModelCopy> Models)
{
    /// <summary>The number of the step. No two checkpoints of a copy are equal, so a mirror that compares the stored one with its own
    /// notices every step of another mirror.</summary>
    public long Step { get; init; }

    /// <summary>The phases of the mirrored models by name.</summary>
    public IReadOnlyDictionary<string, MirrorPhase> Phases
        => Models.ToDictionary(static model => model.Name, static model => model.Phase, StringComparer.Ordinal);

    /// <summary>The entries that must still come in the oplog, because models have changes up to them.</summary>
    public IEnumerable<OplogMark> Ahead
        => Models.SelectMany(static model => model.Marks).Where(mark => Log?.Sequence < mark.Sequence);

    /// <summary>The state of a model; null when it is not mirrored.</summary>
    public ModelCopy? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>The same without the progress of some models, which are then loaded as if they were new.</summary>
    public CopyState Without(IReadOnlyCollection<string> names)
        => names.Count == 0 ? this : this with { Models = [.. Models.Where(model => !names.Contains(model.Name))] };

    /// <summary>The same with one model's state replaced.</summary>
    public CopyState With(ModelCopy model)
        => this with { Models = [.. Models.Select(other => other.Name == model.Name ? model : other)] };
}
