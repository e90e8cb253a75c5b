namespace JourneyApps.Mirroring;

/// <summary>A change that a plan makes to the tables.</summary>
/// <param name="Statement">The SQL, without a semicolon at the end.</param>
/// <param name="Reason">Why, as a sentence for people.</param>
public sealed record MirrorPlanStep(string Statement, string Reason)
{
    /// <summary>The model's name in the schema; null if the step concerns all models.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the statement runs outside of a transaction.</summary>
    public bool RunsAlone { get; init; }

    /// <summary>Whether the mirror runs the statement on its own, with its <see cref="DatabaseMirrorOptions.Ddl"/>.</summary>
    public bool IsAutomatic { get; init; } = true;
}
