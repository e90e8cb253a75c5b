namespace JourneyApps.Schema.Naming;

/// <summary>A navigation from a row to the rows that belong to it.</summary>
/// <param name="SchemaName">The name of the has-many.</param>
/// <param name="Property">The property.</param>
/// <param name="TargetRow">The record of the other rows.</param>
/// <param name="Inverse">The property of the other record that points back.</param>
internal sealed record RowHasManySpec(string SchemaName, string Property, string TargetRow, string Inverse);
