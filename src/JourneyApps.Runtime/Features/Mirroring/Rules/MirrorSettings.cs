using System.Collections.Immutable;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What a mirror is to do.</summary>
internal sealed record MirrorSettings
{
    /// <summary>The models to mirror, in the order in which they are loaded; null for all models of the data model.</summary>
    public ImmutableArray<string>? Models { get; init; }

    /// <summary>Whether nothing can be stored without the data model.</summary>
    public bool NeedsDataModel { get; init; }

    /// <summary>Whether to stop instead of loading again when the oplog has a gap.</summary>
    public bool StopOnGap { get; init; }

    /// <summary>Whether to continue although the data model no longer fits the code that reads.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }

    /// <summary>Whether to end when there are no new entries.</summary>
    public bool UntilUpToDate { get; init; }

    /// <summary>How many ranges of a load are read at the same time.</summary>
    public int Lanes { get; init; } = 1;
}
