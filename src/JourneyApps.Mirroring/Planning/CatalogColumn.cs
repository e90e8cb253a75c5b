using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Planning;

/// <summary>A column of the copy, as its catalog knows it.</summary>
/// <param name="Name">The present name.</param>
/// <param name="Kind">What it stores.</param>
internal sealed record CatalogColumn(string Name, CopyColumnKind Kind)
{
    /// <summary>The name before the column was renamed because its field has another type.</summary>
    public string OriginalName { get; init; } = Name;

    /// <summary>Where its values come from, as a word; null for a column of which nothing is known but its name.</summary>
    public string? Source { get; init; }

    /// <summary>The field or belongs-to in the schema; null for columns that every table has.</summary>
    public string? Field { get; init; }

    /// <summary>The word of the field's type; null for other columns.</summary>
    public string? Type { get; init; }

    /// <summary>What the app shows for the field; null for other columns.</summary>
    public string? Label { get; init; }

    /// <summary>The model that a link refers to; null for other columns.</summary>
    public string? LinkedModel { get; init; }

    /// <summary>The place in the view of labels, from 1; null if it has none.</summary>
    public int? LabelPosition { get; init; }

    /// <summary>Whether the column has the mirror's index.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>Since when the column is no longer written; null if it is written.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    public bool IsActive => RetiredAt is null;
}
