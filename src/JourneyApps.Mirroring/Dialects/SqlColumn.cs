using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Dialects;

/// <summary>A column of a table of the copy.</summary>
/// <param name="Name">The column's name, not quoted.</param>
/// <param name="Kind">What the column stores. The kinds <see cref="CopyColumnKind.Id"/> and
/// <see cref="CopyColumnKind.Key"/> are text that is compared byte by byte.</param>
public sealed record SqlColumn(string Name, CopyColumnKind Kind)
{
    /// <summary>Whether the column is declared NOT NULL. The columns of a key are always NOT NULL.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a row is written again if it differs only in this column.</summary>
    public bool IsCompared { get; init; } = true;
}
