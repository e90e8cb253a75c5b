namespace JourneyApps.Schema.Naming;

/// <summary>A navigation from a row to the row that it belongs to.</summary>
/// <param name="SchemaName">The name of the belongs-to.</param>
/// <param name="IdProperty">The property with the id.</param>
/// <param name="Property">The property with the row.</param>
/// <param name="TargetRow">The record of the other row.</param>
internal sealed record RowLinkSpec(string SchemaName, string IdProperty, string Property, string TargetRow);
