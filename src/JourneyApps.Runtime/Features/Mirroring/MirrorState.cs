using System.Collections.Immutable;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>The progress of a mirror: the content of a checkpoint.</summary>
/// <param name="Last">The sequence of the last handled entry of the oplog; null when the oplog was empty.</param>
/// <param name="Hash">The data model that was valid; null when not known.</param>
/// <param name="Models">The mirrored models.</param>
internal sealed record MirrorState(long? Last, string? Hash, ImmutableArray<MirroredModel> Models)
{
    /// <summary>The state of a model; null when it is not mirrored.</summary>
    public MirroredModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>The same with one model's state replaced.</summary>
    public MirrorState With(MirroredModel model)
        => this with { Models = [.. Models.Select(other => other.Name == model.Name ? model : other)] };
}
