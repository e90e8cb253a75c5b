namespace JourneyApps.Mirroring.Dialects;

/// <summary>A table of the copy: the objects of a model, their history, or a table of the catalog.</summary>
/// <param name="Name">The table's name, not quoted and without a SQL schema.</param>
/// <param name="Columns">The columns, in the order of the values of a row.</param>
/// <param name="Key">The names of the columns of the primary key.</param>
public sealed record SqlTable(string Name, IReadOnlyList<SqlColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The position of a column in <see cref="Columns"/>; -1 if the table does not have it.</summary>
    /// <param name="name">The column's name.</param>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name) return i;
        }

        return -1;
    }

    /// <summary>Whether a column belongs to the primary key.</summary>
    /// <param name="column">The column's name.</param>
    public bool IsKey(string column) => Key.Contains(column, StringComparer.Ordinal);
}
