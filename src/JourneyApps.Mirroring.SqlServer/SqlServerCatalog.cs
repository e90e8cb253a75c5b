using System.Data;
using System.Globalization;
using JourneyApps.Mirroring.Dialects;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>Reads which tables there are, what uses them, and who has locks on them.</summary>
internal static class SqlServerCatalog
{
    internal const string Tables = $"""
        SELECT o.name, c.name FROM sys.objects o JOIN sys.columns c ON c.object_id = o.object_id
        WHERE o.schema_id = SCHEMA_ID(N'{SqlServerDialect.SchemaName}') AND (o.type = 'U' OR (o.type = 'V' AND o.name NOT LIKE N'[_]%'))
        ORDER BY o.name, c.column_id
        """;

    // Views know columns by name, so the present column of the name is what they read.
    internal const string Dependents = $"""
        DECLARE @id int = OBJECT_ID(N'{SqlServerDialect.SchemaName}.' + QUOTENAME(@table));
        SELECT 'view', QUOTENAME(s.name) + N'.' + QUOTENAME(v.name), OBJECT_DEFINITION(v.object_id)
        FROM sys.views v JOIN sys.schemas s ON s.schema_id = v.schema_id
        WHERE NOT (s.name = N'{SqlServerDialect.SchemaName}' AND v.name LIKE N'[_]%')
          AND EXISTS (SELECT 1 FROM sys.sql_expression_dependencies d WHERE d.referencing_id = v.object_id AND d.referenced_id = @id)
          AND (@column IS NULL OR EXISTS (
            SELECT 1 FROM sys.dm_sql_referenced_entities(QUOTENAME(s.name) + N'.' + QUOTENAME(v.name), 'OBJECT') r
            WHERE r.referenced_id = @id AND r.referenced_minor_name = @column))
        UNION ALL
        SELECT 'index', QUOTENAME(i.name), NULL
        FROM sys.indexes i
        WHERE i.object_id = @id AND i.is_primary_key = 0 AND i.name IS NOT NULL AND i.name NOT LIKE N'[_]%'
          AND (@column IS NULL OR EXISTS (
            SELECT 1 FROM sys.index_columns k JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
            WHERE k.object_id = @id AND k.index_id = i.index_id AND c.name = @column))
        ORDER BY 1 DESC, 2
        """;

    internal const string HasIndex = $"""
        SELECT 1 FROM sys.indexes i JOIN sys.tables t ON t.object_id = i.object_id
        WHERE t.schema_id = SCHEMA_ID(N'{SqlServerDialect.SchemaName}') AND i.name = @name
        """;

    internal const string Estimate = $"""
        SELECT SUM(p.rows) FROM sys.partitions p
        WHERE p.object_id = OBJECT_ID(N'{SqlServerDialect.SchemaName}.' + QUOTENAME(@table)) AND p.index_id IN (0, 1)
        """;

    internal const string Blockers = $"""
        SELECT DISTINCT TOP (5) s.session_id, s.login_name, COALESCE(NULLIF(s.program_name, N''), N'no program name')
        FROM sys.dm_tran_locks l JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id
        WHERE l.resource_type = 'OBJECT' AND l.request_status = 'GRANT' AND l.resource_database_id = DB_ID() AND s.session_id <> @@SPID
          AND l.resource_associated_entity_id IN (
            SELECT object_id FROM sys.tables
            WHERE schema_id = SCHEMA_ID(N'{SqlServerDialect.SchemaName}'))
        """;

    public static async Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(SqlConnection connection, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await using SqlCommand command = new(Tables, connection);
        await using SqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!tables.TryGetValue(reader.GetString(0), out List<string>? columns)) tables.Add(reader.GetString(0), columns = []);
            columns.Add(reader.GetString(1));
        }

        return [.. tables.Select(static table => new DatabaseTable(table.Key, table.Value))];
    }

    public static async Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        SqlConnection connection, string table, string? column, CancellationToken cancellationToken)
    {
        var found = new List<DependentObject>();
        await using SqlCommand command = new(Dependents, connection);
        AddText(command, "@table", table);
        AddText(command, "@column", column);
        await using SqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            (string kind, string name) = (reader.GetString(0), reader.GetString(1));
            string drop = kind == "view" ? $"DROP VIEW {name}" : $"DROP INDEX {name} ON {SqlServerDialect.Instance.Qualify(table)}";
            found.Add(new DependentObject(kind, name, drop, reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return found;
    }

    public static async Task<bool> HasIndexAsync(SqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using SqlCommand command = new(HasIndex, connection);
        AddText(command, "@name", name);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    public static async Task<long?> EstimateRowsAsync(SqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using SqlCommand command = new(Estimate, connection);
        AddText(command, "@table", table);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long?;
    }

    public static async Task<string?> DescribeBlockersAsync(SqlConnection connection, CancellationToken cancellationToken)
    {
        var sessions = new List<string>();
        await using SqlCommand command = new(Blockers, connection);
        await using SqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            sessions.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"session {reader.GetInt16(0)} of the login '{reader.GetString(1)}' ({reader.GetString(2)})"));
        }

        return sessions.Count == 0 ? null : string.Join(", ", sessions);
    }

    private static void AddText(SqlCommand command, string name, string? value)
        => command.Parameters.Add(name, SqlDbType.NVarChar, 128).Value = (object?)value ?? DBNull.Value;
}
