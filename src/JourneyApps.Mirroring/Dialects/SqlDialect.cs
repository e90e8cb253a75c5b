using System.Data.Common;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Dialects;

/// <summary>The SQL of a database, as text without I/O. What <c>plan</c> and <c>show --format sql</c> print comes from here, and a mirror
/// runs exactly the printed text.</summary>
/// <remarks>For packages of databases. Parameters are written as <c>@name</c> in every dialect.</remarks>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Advanced)]
public abstract class SqlDialect
{
    /// <summary>The name on the command line, in lower case: <c>sqlite</c>, <c>postgresql</c>, <c>sqlserver</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How many columns a table can have.</summary>
    public abstract int MaxColumns { get; }

    /// <summary>The current time of the database as an expression, comparable with a column of the kind
    /// <see cref="CopyColumnKind.DateTime"/>. It is the time of the statement and not the one of the transaction.</summary>
    public abstract string Now { get; }

    /// <summary>The statements before the first table; empty if nothing is needed. They can be repeated.</summary>
    public abstract IReadOnlyList<SqlStatement> CreateSchema { get; }

    /// <summary>Quotes a name, in which the quote is doubled.</summary>
    /// <param name="name">A table, column, index or view.</param>
    public abstract string Quote(string name);

    /// <summary>The quoted name of a table or view of the copy, with the SQL schema if the dialect uses one.</summary>
    /// <param name="table">The name.</param>
    public abstract string Qualify(string table);

    /// <summary>The current time of the database, moved by seconds, as an expression.</summary>
    /// <param name="seconds">An expression for a number of seconds, which can be negative or have a fraction: a parameter such as
    /// <c>@seconds</c>, bound as a double, or a literal.</param>
    public abstract string NowPlus(string seconds);

    /// <summary>The type of a column in a table's definition, with a collation if it needs one.</summary>
    /// <param name="column">The column.</param>
    public abstract string ColumnType(SqlColumn column);

    /// <summary>Creates a table. It fails if the table exists.</summary>
    /// <param name="table">The table.</param>
    public abstract SqlStatement CreateTable(SqlTable table);

    /// <summary>Adds a nullable column without a default value.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column.</param>
    public abstract SqlStatement AddColumn(string table, SqlColumn column);

    /// <summary>Renames a column. Views and indexes follow it.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="oldName">The old name.</param>
    /// <param name="newName">The new name.</param>
    public abstract SqlStatement RenameColumn(string table, string oldName, string newName);

    /// <summary>Drops a column. It fails if a view uses the column; it never cascades.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column's name.</param>
    public abstract SqlStatement DropColumn(string table, string column);

    /// <summary>Drops a table. It fails if a view uses the table; it never cascades.</summary>
    /// <param name="table">The table's name.</param>
    public abstract SqlStatement DropTable(string table);

    /// <summary>Creates an index unless one with that name exists.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="isFilled">Whether the table has many rows, so that readers and writers must not wait for the index.</param>
    public abstract SqlStatement CreateIndex(string name, string table, string column, bool isFilled);

    /// <summary>Creates an index over the key of a table, of the rows of which a condition is true, unless one with that name
    /// exists.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="table">The table.</param>
    /// <param name="condition">The condition: comparisons of columns with constants or null, connected by AND.</param>
    public virtual SqlStatement CreatePartialIndex(string name, SqlTable table, string condition)
    {
        ArgumentNullException.ThrowIfNull(table);
        string key = string.Join(", ", table.Key.Select(Quote));
        return new($"CREATE INDEX IF NOT EXISTS {Quote(name)} ON {Qualify(table.Name)} ({key}) WHERE {condition}");
    }

    /// <summary>Drops an index if it exists.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="table">The table's name.</param>
    public abstract SqlStatement DropIndex(string name, string table);

    /// <summary>Creates a view, or replaces it with one that has more columns at the end. Rights to the view are lost if the database has
    /// to drop it first.</summary>
    /// <param name="name">The view's name.</param>
    /// <param name="query">The query.</param>
    public abstract IReadOnlyList<SqlStatement> ReplaceView(string name, string query);

    /// <summary>Drops a view if it exists.</summary>
    /// <param name="name">The view's name.</param>
    public abstract SqlStatement DropView(string name);

    /// <summary>An expression for the label of the option, or the labels of the options separated by a comma and a space, that a column
    /// of the table <c>t</c> has as its key. The labels are in the table <c>_journeyapps_option</c> with the columns <c>model</c>,
    /// <c>field</c>, <c>key</c> (text, <c>true</c> and <c>false</c> for booleans) and <c>label</c>. A key without an option is its own
    /// label.</summary>
    /// <param name="column">The column, of any kind that has options.</param>
    /// <param name="model">The model's name in the schema.</param>
    /// <param name="field">The field's name in the schema.</param>
    public abstract string LabelOf(SqlColumn column, string model, string field);

    /// <summary>The first rows of an ordered query.</summary>
    /// <param name="query">The query, with an ORDER BY.</param>
    /// <param name="count">How many rows.</param>
    public virtual string Limit(string query, int count) => FormattableString.Invariant($"{query} LIMIT {count}");

    /// <summary>A condition that a column is one of the ids of a parameter that <see cref="BindIds"/> adds.</summary>
    /// <param name="column">The quoted column.</param>
    /// <param name="parameter">The parameter, with its <c>@</c>.</param>
    public abstract string IsOneOf(string column, string parameter);

    /// <summary>Adds a parameter with a list of ids.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">The parameter, with its <c>@</c>.</param>
    /// <param name="ids">The ids.</param>
    public abstract void BindIds(DbCommand command, string parameter, IReadOnlyCollection<string> ids);

    /// <summary>Adds a parameter. The values of the kinds are: string for ids, keys, texts and JSON; long for integers of any size;
    /// double; bool; <see cref="DateOnly"/>; <see cref="DateTimeOffset"/> with the offset zero; arrays of string and of
    /// long; null.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">The parameter, with its <c>@</c>.</param>
    /// <param name="kind">What the column stores.</param>
    /// <param name="value">The value.</param>
    public abstract void Bind(DbCommand command, string parameter, CopyColumnKind kind, object? value);

    /// <summary>Reads a value as <see cref="Bind"/> takes it.</summary>
    /// <param name="reader">The reader, at a row.</param>
    /// <param name="ordinal">The position of the column.</param>
    /// <param name="kind">What the column stores.</param>
    public abstract object? Read(DbDataReader reader, int ordinal, CopyColumnKind kind);

    /// <summary>The statements by which an administrator gives the rights that a mirror needs, for the message of
    /// <see cref="DatabaseFault.NoRights"/>; empty if the database has no rights.</summary>
    /// <param name="user">The user of the mirror's connection, not quoted.</param>
    public abstract IReadOnlyList<string> RightsFor(string user);
}
