using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>The part of a step that concerns one model.</summary>
/// <param name="Phase">The phase of its copy before the step.</param>
internal sealed record HandledPart(MirrorPhase Phase)
{
    /// <summary>The entries of the oplog.</summary>
    public IReadOnlyList<OplogEntry> Entries { get; init; } = [];

    /// <summary>The loaded objects.</summary>
    public IReadOnlyList<LoadedRow> Rows { get; init; } = [];

    /// <summary>The range that they are from.</summary>
    public IdSpan Span { get; init; }

    /// <summary>The ids of all objects in that range; null if nothing is removed.</summary>
    public IReadOnlySet<string>? ExistingIds { get; init; }

    /// <summary>The checkpoint at which the step begins; null if none was stored.</summary>
    public string? From { get; init; }

    /// <summary>The checkpoint after the step; null if the handlers of other models still have to store their parts.</summary>
    public string? To { get; init; }
}
