using System.Data;
using System.Runtime.CompilerServices;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>Writes rows with prepared statements, which live as long as the connection.</summary>
internal sealed class SqliteWriter
{
    private static readonly ConditionalWeakTable<SqliteConnection, SqliteWriter> Writers = [];

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, RowStatement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<SqlTable, (string Upsert, string Insert)> _texts = new(ReferenceEqualityComparer.Instance);
    private SqliteTransaction? _transaction;

    private SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed) End();
        };
    }

    public static SqliteWriter Of(SqliteTransaction transaction)
    {
        SqliteConnection connection = transaction.Connection
            ?? throw new InvalidOperationException("The transaction has ended.");
        SqliteWriter writer = Writers.GetValue(connection, static connection => new SqliteWriter(connection));
        writer._transaction = transaction;
        return writer;
    }

    public Task<long> Write(SqlTable table, IReadOnlyList<object?[]> rows, bool replaces, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return Task.FromResult(0L);
        RowStatement statement = Statement(table, replaces);
        long written = 0;
        foreach (object?[] row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            written += statement.Run(row);
        }

        return Task.FromResult(written);
    }

    public Task<long> Mark(SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = $"UPDATE {Quote(table.Name)} SET {Quote(CopyNames.DeletedAt)} = @at, {Quote(CopyNames.Sequence)} = @sequence "
            + $"WHERE id = @id AND {Quote(CopyNames.DeletedAt)} IS NULL";
        SqliteParameter id = command.Parameters.Add("@id", SqliteType.Text);
        SqliteParameter at = command.Parameters.Add("@at", SqliteType.Text);
        SqliteParameter sequence = command.Parameters.Add("@sequence", SqliteType.Integer);
        long written = 0;
        foreach (CopyDeletion deletion in deletions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            id.Value = deletion.Id;
            at.Value = SqliteDialect.ToStored(deletion.At);
            sequence.Value = (object?)deletion.Sequence ?? DBNull.Value;
            written += command.ExecuteNonQuery();
        }

        return Task.FromResult(written);
    }

    private static string Quote(string name) => SqliteDialect.Instance.Quote(name);

    // The values of the row are compared as one, because a condition for each of many columns is deeper than SQLite allows.
    private static (string Upsert, string Insert) Text(SqlTable table)
    {
        string[] names = [.. table.Columns.Select(static column => Quote(column.Name))];
        string insert = $"INSERT INTO {Quote(table.Name)} ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", Enumerable.Range(0, names.Length).Select(static i => FormattableString.Invariant($"@p{i}")))}) "
            + $"ON CONFLICT ({string.Join(", ", table.Key.Select(Quote))}) DO ";
        string[] written = [.. table.Columns.Where(column => !table.IsKey(column.Name)).Select(static column => Quote(column.Name))];
        string[] compared =
        [
            .. table.Columns.Where(column => !table.IsKey(column.Name) && column.IsCompared).Select(static column => Quote(column.Name)),
        ];
        if (written.Length == 0) return (insert + "NOTHING", insert + "NOTHING");
        string update = $"UPDATE SET {string.Join(", ", written.Select(static name => $"{name} = excluded.{name}"))}";
        string own = string.Join(", ", compared.Select(name => $"{Quote(table.Name)}.{name}"));
        string other = string.Join(", ", compared.Select(static name => $"excluded.{name}"));
        string condition = compared.Length == 0 ? "" : $" WHERE ({own}) IS NOT ({other})";
        return (insert + update + condition, insert + "NOTHING");
    }

    private RowStatement Statement(SqlTable table, bool replaces)
    {
        if (!_texts.TryGetValue(table, out (string Upsert, string Insert) texts)) _texts.Add(table, texts = Text(table));
        string text = replaces ? texts.Upsert : texts.Insert;
        if (!_statements.TryGetValue(text, out RowStatement? statement))
            _statements.Add(text, statement = new RowStatement(_connection, text));
        return statement;
    }

    // A file stays open as long as one of its statements.
    private void End()
    {
        foreach (RowStatement statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        Writers.Remove(_connection);
    }
}
