namespace JourneyApps.Mirroring.Planning;

/// <summary>A column or table that a plan retires.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column's name before; null for the table.</param>
/// <param name="NewName">The column's name after; null for the table.</param>
internal sealed record RetiringColumn(string Model, string Table, string? Column, string? NewName);
