namespace JourneyApps.Mirroring;

/// <summary>A value that does not fit into the copy. Its column is null.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Id">The object's id.</param>
/// <param name="Column">The column's name; empty if the whole object cannot be stored.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record MirrorProblem(string Model, string Id, string Column, string Reason)
{
    /// <summary>The value as JSON, cut after 1,000 characters; null if it is not known.</summary>
    public string? Value { get; init; }

    /// <summary>When it was found, in UTC, by the clock of the worker.</summary>
    public DateTimeOffset? FoundAt { get; init; }
}
