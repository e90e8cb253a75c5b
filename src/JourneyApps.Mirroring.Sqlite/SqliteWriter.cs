using System.Runtime.CompilerServices;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>Writes rows with prepared statements, which live as long as the connection.</summary>
internal sealed class SqliteWriter(SqliteConnection connection)
{
    private static readonly ConditionalWeakTable<SqliteConnection, SqliteWriter> Writers = [];

    private readonly Dictionary<(string Text, bool Replaces), SqliteCommand> _commands = [];
    private readonly Dictionary<SqlTable, (string Upsert, string Insert)> _texts = new(ReferenceEqualityComparer.Instance);
    private SqliteTransaction? _transaction;

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
        SqliteCommand command = Command(table, replaces);
        long written = 0;
        foreach (object?[] row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < row.Length; i++) command.Parameters[i].Value = SqliteDialect.ToStored(row[i]);
            written += command.ExecuteNonQuery();
        }

        return Task.FromResult(written);
    }

    public Task<long> Mark(SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
    {
        using SqliteCommand command = connection.CreateCommand();
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

    private SqliteCommand Command(SqlTable table, bool replaces)
    {
        if (!_texts.TryGetValue(table, out (string Upsert, string Insert) texts)) _texts.Add(table, texts = Text(table));
        string text = replaces ? texts.Upsert : texts.Insert;
        if (!_commands.TryGetValue((text, replaces), out SqliteCommand? command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            for (int i = 0; i < table.Columns.Count; i++)
                command.Parameters.Add(FormattableString.Invariant($"@p{i}"), SqliteDialect.TypeOf(table.Columns[i].Kind));
            _commands.Add((text, replaces), command);
        }

        command.Transaction = _transaction;
        return command;
    }
}
