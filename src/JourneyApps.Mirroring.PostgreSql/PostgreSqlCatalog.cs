using JourneyApps.Mirroring.Dialects;
using Npgsql;
using NpgsqlTypes;

namespace JourneyApps.Mirroring.PostgreSql;

/// <summary>Reads which tables there are, what uses them, and who has locks on them. The system catalog can be read without
/// rights.</summary>
internal static class PostgreSqlCatalog
{
    private const string Schema = $"to_regnamespace('{PostgreSqlDialect.SchemaName}')";

    // A view without an underscore is not ours, and a table cannot have its name.
    private const string Tables = $"""
        SELECT c.relname, a.attname FROM pg_catalog.pg_class c
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = {Schema} AND (c.relkind IN ('r', 'p', 'f') OR (c.relkind IN ('v', 'm') AND c.relname NOT LIKE '\_%'))
        ORDER BY c.relname COLLATE "C", a.attnum
        """;

    // A view depends on columns through its rule; an index directly.
    private const string Dependents = $"""
        WITH used AS (
            SELECT c.oid, coalesce(a.attnum, 0) AS attnum FROM pg_catalog.pg_class c
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = $2 AND NOT a.attisdropped
            WHERE c.relnamespace = {Schema} AND c.relname = $1 AND ($2 IS NULL OR a.attnum IS NOT NULL)),
        users AS (
            SELECT r.ev_class AS oid FROM used u
            JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = u.oid
                AND d.classid = 'pg_rewrite'::regclass AND ($2 IS NULL OR d.refobjsubid = u.attnum)
            JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
            UNION SELECT d.objid FROM used u
            JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = u.oid
                AND d.classid = 'pg_class'::regclass AND ($2 IS NULL OR d.refobjsubid = u.attnum))
        SELECT c.relkind, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
            CASE c.relkind WHEN 'i' THEN pg_get_indexdef(c.oid) ELSE pg_get_viewdef(c.oid, true) END
        FROM users u JOIN pg_catalog.pg_class c ON c.oid = u.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('v', 'm', 'i') AND NOT (c.relnamespace = {Schema} AND c.relname LIKE '\_%')
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indexrelid = c.oid AND i.indisprimary)
        ORDER BY c.relkind DESC, 2
        """;

    // An index that is being created is not valid either.
    private const string InvalidIndexes = $"""
        SELECT quote_ident(c.relname) FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = {Schema} AND c.relname LIKE '\_%' AND NOT i.indisvalid
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid)
        """;

    private const string Estimate
        = $"SELECT reltuples::bigint FROM pg_catalog.pg_class WHERE relnamespace = {Schema} AND relname = $1";

    // A process of the server, and a session whose user was dropped, have no user.
    private const string Blockers = $"""
        SELECT DISTINCT a.pid, coalesce(' of the user ''' || a.usename || '''', ', ' || a.backend_type),
            coalesce(nullif(a.application_name, ''), 'no application name'),
            coalesce(extract(epoch FROM clock_timestamp() - a.xact_start)::bigint, -1)
        FROM pg_catalog.pg_locks l
        JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
        JOIN pg_catalog.pg_class c ON c.oid = l.relation
        WHERE l.locktype = 'relation' AND l.granted
            AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            AND c.relnamespace = {Schema} AND a.pid <> pg_backend_pid()
        ORDER BY 4 DESC LIMIT 5
        """;

    public static async Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await using NpgsqlCommand command = new(Tables, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!tables.TryGetValue(reader.GetString(0), out List<string>? columns)) tables.Add(reader.GetString(0), columns = []);
            if (!reader.IsDBNull(1)) columns.Add(reader.GetString(1));
        }

        return [.. tables.Select(static table => new DatabaseTable(table.Key, table.Value))];
    }

    public static async Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        NpgsqlConnection connection, string table, string? column, CancellationToken cancellationToken)
    {
        var found = new List<DependentObject>();
        await using NpgsqlCommand command = new(Dependents, connection);
        AddText(command, table);
        AddText(command, column);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string kind = reader.GetChar(0) switch { 'v' => "view", 'm' => "materialized view", _ => "index" };
            (string name, string definition) = (reader.GetString(1), reader.GetString(2));
            string create = kind == "index" ? definition : $"CREATE {kind.ToUpperInvariant()} {name} AS\n{definition.TrimEnd(';')}";
            found.Add(new DependentObject(kind, name, $"DROP {kind.ToUpperInvariant()} {name}", create));
        }

        return found;
    }

    /// <summary>The number that the last vacuum or analyze noted; null before the first one.</summary>
    public static async Task<long?> EstimateRowsAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(Estimate, connection);
        AddText(command, table);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long rows and >= 0 ? rows : null;
    }

    public static async Task<bool> HasIndexAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new("SELECT to_regclass($1)::text", connection);
        AddText(command, PostgreSqlDialect.Instance.Qualify(name));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string;
    }

    public static async Task RemoveInvalidIndexesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var invalid = new List<string>();
        await using (NpgsqlCommand command = new(InvalidIndexes, connection))
        {
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) invalid.Add(reader.GetString(0));
        }

        foreach (string name in invalid)
        {
            await using NpgsqlCommand drop = new($"DROP INDEX CONCURRENTLY IF EXISTS {PostgreSqlDialect.SchemaName}.{name}", connection);
            await drop.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task<string?> DescribeBlockersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var sessions = new List<string>();
        await using NpgsqlCommand command = new(Blockers, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string since = reader.GetInt64(3) < 0 ? "" : FormattableString.Invariant($", in a transaction for {reader.GetInt64(3)} s");
            sessions.Add(FormattableString.Invariant(
                $"session {reader.GetInt32(0)}{reader.GetString(1)} ({reader.GetString(2)}{since})"));
        }

        return sessions.Count == 0 ? null : string.Join(", ", sessions);
    }

    private static void AddText(NpgsqlCommand command, string? value)
        => command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value });
}
