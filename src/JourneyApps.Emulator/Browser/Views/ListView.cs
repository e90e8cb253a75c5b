namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A page of the objects of a model.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Columns">The columns: the object, its fields and relationships, the time of change.</param>
/// <param name="Rows">The objects.</param>
/// <param name="Search">The search and the filters.</param>
/// <param name="Pager">The position of the page in the list.</param>
internal sealed record ListView(
    string Model, IReadOnlyList<ColumnView> Columns, IReadOnlyList<RowView> Rows, SearchView Search, PagerView Pager);
