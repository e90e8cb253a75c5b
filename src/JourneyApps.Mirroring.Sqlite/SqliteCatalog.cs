using JourneyApps.Mirroring.Dialects;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>Reads which tables a file has, and what uses them.</summary>
internal static class SqliteCatalog
{
    public static async Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        // A table cannot have the name of a view or index either. The columns of these do not matter.
        command.CommandText = "SELECT m.name, c.name, c.cid FROM sqlite_master m JOIN pragma_table_info(m.name) c "
            + "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
            + "UNION ALL SELECT name, NULL, 0 FROM sqlite_master WHERE type IN ('view', 'index') AND name NOT LIKE '\\_%' ESCAPE '\\' "
            + "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1, 3";
        var tables = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!tables.TryGetValue(reader.GetString(0), out List<string>? columns)) tables.Add(reader.GetString(0), columns = []);
            if (!reader.IsDBNull(1)) columns.Add(reader.GetString(1));
        }

        return [.. tables.Select(static table => new DatabaseTable(table.Key, table.Value))];
    }

    public static async Task<bool> HasIndexAsync(SqliteConnection connection, string name, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = @name";
        command.Parameters.AddWithValue("@name", name);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    public static async Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        SqliteConnection connection, string table, string? column, CancellationToken cancellationToken)
    {
        var found = new List<DependentObject>();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT type, name, sql, tbl_name FROM sqlite_master WHERE type IN ('view', 'index', 'trigger') "
            + "AND sql IS NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY type DESC, name";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            (string type, string name, string sql) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            bool isUser = type == "view"
                ? Reads(connection, name, table, column)
                : IsSame(reader.GetString(3), table) && (column is null || Mentions(sql, column));
            if (!isUser) continue;
            string quoted = SqliteDialect.Instance.Quote(name);
            found.Add(new DependentObject(type, quoted, $"DROP {type.ToUpperInvariant()} {quoted}", sql));
        }

        return found;
    }

    /// <summary>Whether a view reads a table or column. SQLite tells every column that a statement reads while it prepares it.</summary>
    private static bool Reads(SqliteConnection connection, string view, string table, string? column)
    {
        sqlite3 handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        bool reads = false;
        strdelegate_authorizer note = (_, action, read, name, _, _) =>
        {
            reads |= action == raw.SQLITE_READ && read == table && (column is null || name == column);
            return raw.SQLITE_OK;
        };
        raw.sqlite3_set_authorizer(handle, note, null);
        try
        {
            raw.sqlite3_prepare_v2(handle, $"SELECT * FROM {SqliteDialect.Instance.Quote(view)}", out sqlite3_stmt statement);
            statement?.Dispose();
        }
        finally
        {
            raw.sqlite3_set_authorizer(handle, (strdelegate_authorizer?)null, null);
        }

        return reads;
    }

    /// <summary>Whether an index or trigger of the table has the column's name as a word of its text.</summary>
    private static bool Mentions(string sql, string column)
    {
        for (int at = sql.IndexOf(column, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = sql.IndexOf(column, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + column.Length;
            if ((at == 0 || !IsWord(sql[at - 1])) && (end == sql.Length || !IsWord(sql[end]))) return true;
        }

        return false;
    }

    // A trigger has the name of its table as it was written.
    private static bool IsSame(string name, string table) => name.Equals(table, StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
