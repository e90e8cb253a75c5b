using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>The statements that write rows.</summary>
internal static class SqlServerTexts
{
    /// <summary>The table that rows are copied into before they are compared.</summary>
    public const string Stage = "#journeyapps_stage";

    /// <summary>Creates the stage with the columns of a table, without its key.</summary>
    public static string CreateStage(SqlTable table)
        => $"SELECT TOP (0) {Names(table.Columns)} INTO {Stage} FROM {Dialect.Qualify(table.Name)}";

    /// <summary>Writes the rows of the stage, drops it, and returns how many rows were written. MERGE is not used because of its
    /// errors.</summary>
    public static string Write(SqlTable table, bool replaces)
    {
        SqlColumn[] others = [.. table.Columns.Where(column => !table.IsKey(column.Name))];
        string same = string.Join(" AND ", table.Key.Select(static key => $"t.{Quote(key)} = s.{Quote(key)}"));
        string update = replaces && others.Length > 0 ? Update(table, others, same) : "";
        return $"""
            DECLARE @written bigint = 0;
            {update}INSERT INTO {Dialect.Qualify(table.Name)} ({Names(table.Columns)})
            SELECT {Names(table.Columns, "s.")} FROM {Stage} s
            WHERE NOT EXISTS (SELECT 1 FROM {Dialect.Qualify(table.Name)} t WHERE {same});
            SET @written += @@ROWCOUNT;
            DROP TABLE {Stage};
            SELECT @written;
            """;
    }

    /// <summary>Marks the rows of the JSON in <c>@deletions</c> as deleted.</summary>
    public static string Mark(SqlTable table)
    {
        string deletedAt = Quote(CopyNames.DeletedAt), idType = Dialect.ColumnType(new SqlColumn("id", CopyColumnKind.Id));
        return $"""
            UPDATE t SET {deletedAt} = d.at, {Quote(CopyNames.Sequence)} = d.number
            FROM {Dialect.Qualify(table.Name)} t
            JOIN OPENJSON(@deletions) WITH (id {idType}, at datetimeoffset(0), number bigint) d ON d.id = t.id
            WHERE t.{deletedAt} IS NULL
            """;
    }

    private static SqlServerDialect Dialect => SqlServerDialect.Instance;

    private static string Quote(string name) => Dialect.Quote(name);

    private static string Names(IEnumerable<SqlColumn> columns, string prefix = "")
        => string.Join(", ", columns.Select(column => prefix + Quote(column.Name)));

    private static string Update(SqlTable table, SqlColumn[] columns, string same)
    {
        SqlColumn[] compared = [.. columns.Where(static column => column.IsCompared)];
        string condition = compared.Length == 0
            ? ""
            : $"\nWHERE EXISTS (SELECT {Exact(compared, "t")} EXCEPT SELECT {Exact(compared, "s")})";
        return $"""
            UPDATE t SET {string.Join(", ", columns.Select(static column => $"{Quote(column.Name)} = s.{Quote(column.Name)}"))}
            FROM {Dialect.Qualify(table.Name)} t JOIN {Stage} s ON {same}{condition};
            SET @written = @@ROWCOUNT;

            """;
    }

    // EXCEPT takes nulls as equal. Texts are compared as bytes: otherwise case, accents and spaces at the end may not count.
    private static string Exact(IEnumerable<SqlColumn> columns, string table) => string.Join(", ", columns.Select(column
        => SqlServerDialect.ParameterType(column.Kind) == System.Data.SqlDbType.NVarChar
            ? $"CONVERT(varbinary(max), {table}.{Quote(column.Name)})"
            : $"{table}.{Quote(column.Name)}"));
}
