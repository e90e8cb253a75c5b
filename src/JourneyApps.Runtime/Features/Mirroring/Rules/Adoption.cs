using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What is known while a mirror prepares for a data model or for models that it does not have yet.</summary>
/// <param name="LoadsEverything">Whether all models are loaded from the beginning.</param>
internal sealed record Adoption(bool LoadsEverything)
{
    /// <summary>The end of the oplog, before the first request of any load.</summary>
    public OplogMark? Mark { get; init; }

    /// <summary>The identifier of the data model at that time.</summary>
    public string? Hash { get; init; }

    /// <summary>What the objects of each model look like; null when the data model was not needed.</summary>
    public ImmutableDictionary<string, ModelShape>? Models { get; init; }

    /// <summary>How many questions about new fields are open.</summary>
    public int Questions { get; init; }

    /// <summary>The new fields in which there are values, by model.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Found { get; init; }
        = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The models about whose new fields the server refuses to answer.</summary>
    public ImmutableHashSet<string> Refused { get; init; } = [];
}
