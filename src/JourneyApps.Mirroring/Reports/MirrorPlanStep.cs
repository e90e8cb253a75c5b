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

    /// <summary>Whether rows cannot be written before the statement was run. With <see cref="MirrorDdl.None"/>, the mirror waits for these
    /// statements and not for others, such as those of indexes and views.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Whether the statement changes rows and not tables. The mirror runs it with <see cref="MirrorDdl.None"/> too.</summary>
    public bool ChangesRows { get; init; }
}
