using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A step to store.</summary>
/// <param name="From">The checkpoint at which it begins; null if none was stored.</param>
/// <param name="To">The checkpoint after it.</param>
/// <param name="Before">The progress of the copy before it; null if none was stored.</param>
/// <param name="Step">The step, as decided.</param>
internal sealed record PendingStep(string? From, string To, CopyState? Before, MirrorAction.Store Step)
{
    /// <summary>The shapes of the models for a target that keeps them apart; null if they are as before.</summary>
    public string? Shapes { get; init; }

    /// <summary>The ids of all objects in the range of the step; null if nothing is removed.</summary>
    public IReadOnlySet<string>? ExistingIds { get; init; }

    /// <summary>Whether it is the first part of a load.</summary>
    public bool IsFirstOfLoad { get; init; }

    /// <summary>The deployed data model; null when it is not known.</summary>
    public DataModel? DataModel { get; init; }
}
