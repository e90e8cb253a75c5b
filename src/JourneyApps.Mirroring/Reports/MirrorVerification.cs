namespace JourneyApps.Mirroring;

/// <summary>The result of comparing a copy with its deployment.</summary>
/// <param name="Objects">How many objects were compared.</param>
/// <param name="Differences">The differences, at most 10,000.</param>
public sealed record MirrorVerification(long Objects, IReadOnlyList<MirrorDifference> Differences)
{
    /// <summary>How many differences there are, those included that are not listed.</summary>
    public long DifferenceCount { get; init; } = Differences.Count;

    /// <summary>How many values were not compared, because they do not fit into the copy and are listed as problems.</summary>
    public long Problems { get; init; }

    /// <summary>Whether there is no difference.</summary>
    public bool IsEqual => DifferenceCount == 0;
}
