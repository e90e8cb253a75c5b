namespace JourneyApps.Mirroring;

/// <summary>Something that a person has to decide or do, because a mirror never does it on its own.</summary>
/// <param name="Message">What it is and what to do, as a sentence.</param>
public sealed record MirrorDecision(string Message)
{
    /// <summary>The model's name in the schema; null if it concerns all models.</summary>
    public string? Model { get; init; }

    /// <summary>The column; null if it is not about a column.</summary>
    public string? Column { get; init; }

    /// <summary>The views and indexes of yours that use the column, with the SQL that drops and creates them.</summary>
    public IReadOnlyList<DependentObject> UsedBy { get; init; } = [];
}
