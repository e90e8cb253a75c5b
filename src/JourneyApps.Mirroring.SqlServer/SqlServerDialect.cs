using System.Data;
using System.Data.Common;
using System.Globalization;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>The SQL of SQL Server 2019 and later. Everything is in the SQL schema <c>journeyapps</c>. Lists and other structures are JSON
/// texts, moments <c>datetimeoffset(0)</c> with the offset zero; ids and keys are compared as binary.</summary>
public sealed class SqlServerDialect : SqlDialect
{
    /// <summary>The SQL schema of the copy.</summary>
    internal const string SchemaName = "journeyapps";

    /// <summary>Compares texts by their code units.</summary>
    internal const string Binary = "Latin1_General_100_BIN2";

    /// <summary>The characters of an id or key: 800 bytes, which fit into a primary key of 900 bytes together with a sequence. Keys of the
    /// catalog have several such columns, whose values are short.</summary>
    internal const int KeyLength = 400;

    private SqlServerDialect()
    {
    }

    /// <summary>The dialect.</summary>
    public static SqlServerDialect Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "sqlserver";

    /// <inheritdoc/>
    public override int MaxColumns => 1024;

    /// <inheritdoc/>
    public override string Now => "TODATETIMEOFFSET(SYSUTCDATETIME(), 0)";

    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> CreateSchema { get; } =
        [new($"IF SCHEMA_ID(N'{SchemaName}') IS NULL EXEC (N'CREATE SCHEMA {SchemaName}')")];

    /// <inheritdoc/>
    public override string Quote(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <inheritdoc/>
    public override string Qualify(string table) => $"{SchemaName}.{Quote(table)}";

    // DATEADD takes an int, which has the milliseconds of 24 days only.
    /// <inheritdoc/>
    public override string NowPlus(string seconds)
        => $"DATEADD(millisecond, CAST((({seconds}) - FLOOR({seconds})) * 1000 AS int), "
            + $"DATEADD(second, CAST(FLOOR({seconds}) AS int), {Now}))";

    /// <inheritdoc/>
    public override string ColumnType(SqlColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind switch
        {
            CopyColumnKind.Id or CopyColumnKind.Key
                => string.Create(CultureInfo.InvariantCulture, $"nvarchar({KeyLength}) COLLATE {Binary}"),
            CopyColumnKind.Text or CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray or CopyColumnKind.Json => "nvarchar(max)",
            CopyColumnKind.Integer => "int",
            CopyColumnKind.BigInteger => "bigint",
            CopyColumnKind.Number => "float",
            CopyColumnKind.Boolean => "bit",
            CopyColumnKind.Date => "date",
            CopyColumnKind.DateTime => "datetimeoffset(0)",
        };
    }

    /// <inheritdoc/>
    public override SqlStatement CreateTable(SqlTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        IEnumerable<string> columns = table.Columns.Select(column
            => $"{Quote(column.Name)} {ColumnType(column)} {(table.IsKey(column.Name) || column.IsRequired ? "NOT NULL" : "NULL")}");
        string key = string.Join(", ", table.Key.Select(Quote));
        return new($"CREATE TABLE {Qualify(table.Name)} (\n  {string.Join(",\n  ", columns)},\n  PRIMARY KEY ({key})\n)");
    }

    // A view knows its columns by name and keeps their types: after a renaming, it reads the new column of the name, once it is refreshed.
    /// <inheritdoc/>
    public override SqlStatement AddColumn(string table, SqlColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        string addition = $"ALTER TABLE {Qualify(table)} ADD {Quote(column.Name)} {ColumnType(column)} NULL;\n";
        return new($"{addition}EXEC ({Literal(RefreshViews(table))})");
    }

    /// <inheritdoc/>
    public override SqlStatement RenameColumn(string table, string oldName, string newName)
        => new($"EXEC sp_rename {Literal($"{Qualify(table)}.{Quote(oldName)}")}, {Literal(newName)}, N'COLUMN'");

    /// <inheritdoc/>
    public override SqlStatement DropColumn(string table, string column)
        => new($"ALTER TABLE {Qualify(table)} DROP COLUMN {Quote(column)}");

    /// <inheritdoc/>
    public override SqlStatement DropTable(string table) => new($"DROP TABLE {Qualify(table)}");

    // Without ONLINE, which only some editions have: readers go on, and the mirror waits.
    /// <inheritdoc/>
    public override SqlStatement CreateIndex(string name, string table, string column, bool isFilled)
        => new(IfNoIndex(name, table) + $"CREATE INDEX {Quote(name)} ON {Qualify(table)} ({Quote(column)})");

    /// <inheritdoc/>
    public override SqlStatement CreatePartialIndex(string name, SqlTable table, string condition)
    {
        ArgumentNullException.ThrowIfNull(table);
        string key = string.Join(", ", table.Key.Select(Quote));
        return new(IfNoIndex(name, table.Name) + $"CREATE INDEX {Quote(name)} ON {Qualify(table.Name)} ({key}) WHERE {condition}");
    }

    /// <inheritdoc/>
    public override SqlStatement DropIndex(string name, string table) => new($"DROP INDEX IF EXISTS {Quote(name)} ON {Qualify(table)}");

    // A view must be created by the first statement of a batch, which a plan that is run as one text is not.
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> ReplaceView(string name, string query)
        => [new($"EXEC ({Literal($"CREATE OR ALTER VIEW {Qualify(name)} AS\n{query}")})")];

    /// <inheritdoc/>
    public override SqlStatement DropView(string name) => new($"DROP VIEW IF EXISTS {Qualify(name)}");

    /// <inheritdoc/>
    public override string LabelOf(SqlColumn column, string model, string field)
    {
        ArgumentNullException.ThrowIfNull(column);
        string options = Qualify("_journeyapps_option");
        string option = $"o.model = {Literal(model)} AND o.field = {Literal(field)} AND o.[key] = ";
        string value = $"t.{Quote(column.Name)}";
        if (column.Kind is CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray)
        {
            return $"(SELECT STRING_AGG(COALESCE(o.label, j.value COLLATE DATABASE_DEFAULT), N', ') "
                + $"WITHIN GROUP (ORDER BY CAST(j.[key] AS int)) FROM OPENJSON({value}) j "
                + $"LEFT JOIN {options} o ON {option}j.value COLLATE {Binary})";
        }

        string key = column.Kind == CopyColumnKind.Boolean
            ? $"CASE {value} WHEN 1 THEN N'true' WHEN 0 THEN N'false' END"
            : $"CAST({value} AS nvarchar(max))";
        return $"COALESCE((SELECT o.label FROM {options} o WHERE {option}{key} COLLATE {Binary}), {key} COLLATE DATABASE_DEFAULT)";
    }

    /// <inheritdoc/>
    public override string Limit(string query, int count)
        => string.Create(CultureInfo.InvariantCulture, $"{query} OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY");

    // One parameter, because a statement can have 2,100 of them.
    /// <inheritdoc/>
    public override string IsOneOf(string column, string parameter)
        => $"{column} IN (SELECT value COLLATE {Binary} FROM OPENJSON({parameter}))";

    /// <inheritdoc/>
    public override void BindIds(DbCommand command, string parameter, IReadOnlyCollection<string> ids)
        => Add(command, parameter, SqlDbType.NVarChar, SqlServerValues.Json(ids.ToArray()));

    /// <inheritdoc/>
    public override void Bind(DbCommand command, string parameter, CopyColumnKind kind, object? value)
        => Add(command, parameter, ParameterType(kind), SqlServerValues.ToStored(value));

    /// <inheritdoc/>
    public override object? Read(DbDataReader reader, int ordinal, CopyColumnKind kind)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.IsDBNull(ordinal)) return null;
        return kind switch
        {
            CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Json => reader.GetString(ordinal),
            CopyColumnKind.Integer or CopyColumnKind.BigInteger => Convert.ToInt64(reader.GetValue(ordinal), CultureInfo.InvariantCulture),
            CopyColumnKind.Boolean => reader.GetBoolean(ordinal),
            CopyColumnKind.Number => reader.GetDouble(ordinal),
            CopyColumnKind.Date => DateOnly.FromDateTime(reader.GetDateTime(ordinal)),
            CopyColumnKind.DateTime => reader.GetFieldValue<DateTimeOffset>(ordinal).ToUniversalTime(),
            CopyColumnKind.KeyArray => SqlServerValues.Items(reader.GetString(ordinal), static item => item.GetString()!),
            CopyColumnKind.BigIntegerArray => SqlServerValues.Items(reader.GetString(ordinal), static item => item.GetInt64()),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> RightsFor(string user)
    {
        string quoted = Quote(user);
        return
        [
            .. CreateSchema.Select(static statement => statement.Text),
            $"GRANT CREATE TABLE, CREATE VIEW TO {quoted}",
            $"GRANT SELECT, INSERT, UPDATE, DELETE, ALTER, VIEW DEFINITION ON SCHEMA::{SchemaName} TO {quoted}",
        ];
    }

    internal static SqlDbType ParameterType(CopyColumnKind kind) => kind switch
    {
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray
            or CopyColumnKind.Json => SqlDbType.NVarChar,
        CopyColumnKind.Integer or CopyColumnKind.BigInteger => SqlDbType.BigInt,
        CopyColumnKind.Number => SqlDbType.Float,
        CopyColumnKind.Boolean => SqlDbType.Bit,
        CopyColumnKind.Date => SqlDbType.Date,
        CopyColumnKind.DateTime => SqlDbType.DateTimeOffset,
    };

    private string IfNoIndex(string name, string table)
        => $"IF NOT EXISTS (SELECT 1 FROM sys.indexes "
            + $"WHERE object_id = OBJECT_ID({Literal(Qualify(table))}) AND name = {Literal(name)})\n";

    internal static string Literal(string text) => $"N'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Add(DbCommand command, string parameter, SqlDbType type, object value)
    {
        SqlParameter added = ((SqlCommand)command).Parameters.Add(parameter, type);
        if (type == SqlDbType.NVarChar) added.Size = -1;
        added.Value = value;
    }

    /// <summary>Lets views take over the present types of the columns of a table.</summary>
    private string RefreshViews(string table)
        => $"""
        DECLARE @refresh nvarchar(max) = (
          SELECT STRING_AGG(CAST(
            N'EXEC sys.sp_refreshview N''' + REPLACE(QUOTENAME(s.name) + N'.' + QUOTENAME(v.name), N'''', N'''''') + N''''
            AS nvarchar(max)), N'; ')
          FROM sys.sql_expression_dependencies d
          JOIN sys.views v ON v.object_id = d.referencing_id
          JOIN sys.schemas s ON s.schema_id = v.schema_id
          WHERE d.referenced_id = OBJECT_ID({Literal(Qualify(table))}) AND d.is_schema_bound_reference = 0);
        IF @refresh IS NOT NULL EXEC (@refresh)
        """;
}
