using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Rows;

/// <summary>The table of a model, for building and writing its rows.</summary>
internal sealed class RowLayout
{
    private readonly HashSet<string> _members;

    public RowLayout(CopyTable copy)
    {
        Copy = copy;
        SqlColumn[] columns = [.. copy.Columns.Select(SqlColumnOf)];
        Table = new SqlTable(copy.Name, columns, ["id"]);
        History = new SqlTable(copy.HistoryName, columns, ["id", CopyNames.Sequence]);
        SequenceIndex = Table.IndexOf(CopyNames.Sequence);
        DeletedAtIndex = Table.IndexOf(CopyNames.DeletedAt);
        _members = [.. copy.Columns.Where(static column => column.Member is not null).Select(static column => column.Member!), "type"];
    }

    public CopyTable Copy { get; }

    /// <summary>The table of the objects.</summary>
    public SqlTable Table { get; }

    /// <summary>The table of their versions, which has the same columns.</summary>
    public SqlTable History { get; }

    public int SequenceIndex { get; }

    public int DeletedAtIndex { get; }

    public bool NamesMember(string member) => _members.Contains(member);

    /// <summary>A column as SQL has it. A row is not written for another sequence alone: a load that finds an equal object changes
    /// nothing.</summary>
    public static SqlColumn SqlColumnOf(CopyColumn column)
        => new(column.Name, column.Kind) { IsCompared = column.Source != CopyColumnSource.Sequence };
}
