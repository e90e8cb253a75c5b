namespace JourneyApps.Mirroring;

/// <summary>A column whose field the data model no longer has, or has with another type. The mirror no longer writes it.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Table">The table's name.</param>
/// <param name="Column">The column's present name.</param>
/// <param name="UsedBy">The views and indexes of yours that use it.</param>
public sealed record RetiredColumn(string Model, string Table, string Column, IReadOnlyList<DependentObject> UsedBy)
{
    /// <summary>The name that the column had.</summary>
    public string OriginalName { get; init; } = Column;

    /// <summary>Since when, by the clock of the database.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
