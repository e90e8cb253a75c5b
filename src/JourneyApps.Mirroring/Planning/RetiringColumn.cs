namespace JourneyApps.Mirroring.Planning;

/// <summary>A column that a plan retires.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column's name before.</param>
/// <param name="NewName">The column's name after.</param>
internal sealed record RetiringColumn(string Model, string Table, string Column, string NewName);
