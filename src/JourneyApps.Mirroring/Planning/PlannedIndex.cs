namespace JourneyApps.Mirroring.Planning;

/// <summary>An index that is created when its model is loaded.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Column">The column.</param>
/// <param name="Step">The statement.</param>
internal sealed record PlannedIndex(string Model, string Column, MirrorPlanStep Step);
