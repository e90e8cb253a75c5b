namespace JourneyApps.Schema;

/// <summary>A column of a copy's table.</summary>
/// <param name="Name">The name of the column; at most 63 bytes in UTF-8.</param>
/// <param name="Kind">What the column holds. Every column but the id can be null.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="Member">The member of an object's JSON that has the value; <see langword="null"/> if the copy itself writes the
/// column.</param>
/// <param name="Part">The member inside <paramref name="Member"/>, such as <c>latitude</c> or <c>state</c>; <see langword="null"/> if the
/// value is the member as a whole.</param>
public sealed record CopyColumn(string Name, CopyColumnKind Kind, CopyColumnSource Source, string? Member, string? Part)
{
    /// <summary>The name of the field or belongs-to in the schema; <see langword="null"/> for the columns that every table has.</summary>
    public string? Element { get; init; }

    /// <summary>The model of the objects that a belongs-to refers to with the ids of this column; <see langword="null"/> if there is no
    /// belongs-to.</summary>
    public string? LinkedModel { get; init; }

    /// <summary>Whether a copy has an index on the column: the ids of links.</summary>
    public bool IsIndexed => LinkedModel is not null;
}
