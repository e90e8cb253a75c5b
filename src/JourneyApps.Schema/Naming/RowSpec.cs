namespace JourneyApps.Schema.Naming;

/// <summary>The record of a row in a copy, with all names assigned.</summary>
/// <param name="Name">The name of the record.</param>
/// <param name="Table">The name of the table.</param>
/// <param name="Columns">The columns that the record has, in the table's order.</param>
/// <param name="Places">The locations, computed from their columns.</param>
/// <param name="Links">The navigations to one row.</param>
/// <param name="HasMany">The navigations to many rows.</param>
internal sealed record RowSpec(
    string Name,
    string Table,
    EquatableArray<RowColumnSpec> Columns,
    EquatableArray<RowPlaceSpec> Places,
    EquatableArray<RowLinkSpec> Links,
    EquatableArray<RowHasManySpec> HasMany);
