using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Planning;

/// <summary>A model of the copy, as its catalog knows it.</summary>
/// <param name="Name">The model's name in the schema.</param>
/// <param name="Table">The table's name.</param>
internal sealed record CatalogModel(string Name, string Table)
{
    /// <summary>What the app shows for the model.</summary>
    public string Label { get; init; } = "";

    /// <summary>The columns of its table.</summary>
    public IReadOnlyList<CatalogColumn> Columns { get; init; } = [];

    /// <summary>Whether there is a table of versions.</summary>
    public bool HasHistory { get; init; }

    /// <summary>The query of the view of labels; null before the view is created.</summary>
    public string? LabelsView { get; init; }

    /// <summary>The phase; null if it is not copied now.</summary>
    public MirrorPhase? Phase { get; init; }

    /// <summary>When its last load ended.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>Since when the data model lacks it; null if it has it.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The column that is written under a name; null if no column is.</summary>
    public CatalogColumn? Active(string name) => Columns.FirstOrDefault(column => column.IsActive && column.Name == name);

    /// <summary>The columns that are no longer written.</summary>
    public IEnumerable<CatalogColumn> Retired => Columns.Where(static column => !column.IsActive);

    /// <summary>The same with a column replaced or, if there was none of that name, added.</summary>
    public CatalogModel With(string name, CatalogColumn column) => this with
    {
        Columns = Columns.Any(other => other.Name == name)
            ? [.. Columns.Select(other => other.Name == name ? column : other)]
            : [.. Columns, column],
    };

    /// <summary>The names of its tables, that of the versions included.</summary>
    public IReadOnlyList<string> Tables => HasHistory ? [Table, Names.HistoryName] : [Table];

    /// <summary>The name of the view of labels.</summary>
    public string LabelsName => Names.LabelsName;

    // Names depend on the model's name alone.
    private CopyTable Names => new(Name, Table, []);

    public override string ToString() => Name;
}
