using JourneyApps.Mirroring.Dialects;

namespace JourneyApps.Mirroring.Rows;

/// <summary>What a step changes in the table of a model. No id is in two of the lists.</summary>
/// <param name="Layout">The table.</param>
internal sealed record ModelChanges(RowLayout Layout)
{
    /// <summary>The rows to store.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>The deleted objects.</summary>
    public required IReadOnlyList<CopyDeletion> Deletions { get; init; }

    /// <summary>All versions in the order of the oplog, for the history.</summary>
    public required IReadOnlyList<object?[]> Versions { get; init; }

    /// <summary>The ids whose problems are known now; earlier ones no longer apply.</summary>
    public required IReadOnlyCollection<string> Ids { get; init; }

    /// <summary>What does not fit.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }
}
