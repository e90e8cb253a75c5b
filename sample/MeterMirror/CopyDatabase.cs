using JourneyApps.Oplog;
using JourneyApps.Mirroring;
using Microsoft.Data.Sqlite;

namespace MeterMirror;

/// <summary>The company's own database: a SQLite file with a table for each model and the mirror's checkpoint.</summary>
internal sealed class CopyDatabase : ICheckpointStore, IDisposable
{
    private readonly SqliteConnection _connection;

    public CopyDatabase(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL)");
        Run("CREATE TABLE IF NOT EXISTS meter (id TEXT PRIMARY KEY, serial_number TEXT, kind TEXT, installed TEXT)");
        Run("CREATE TABLE IF NOT EXISTS reading (id TEXT PRIMARY KEY, meter_id TEXT, read_at TEXT, value REAL, estimated INTEGER)");
    }

    /// <summary>Applies one step of the mirror: its rows and its checkpoint in one transaction.</summary>
    public void Store<TModel>(MirrorPage<TModel> page, Action rows)
        where TModel : class
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        // Another mirror of this database has continued: what this one read is out of date.
        page.IsOvertaken = Scalar("SELECT text FROM checkpoint") as string != page.PreviousCheckpoint;
        if (page.IsOvertaken) return;
        rows();
        if (page.Checkpoint is { } checkpoint) Keep(checkpoint);
        transaction.Commit();
        // Only after the commit: if it failed, the mirror must repeat the step.
        page.CheckpointIsStored = page.Checkpoint is not null;
    }

    public ValueTask<string?> LoadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Scalar("SELECT text FROM checkpoint") as string);

    public ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        Keep(checkpoint);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> ReplaceAsync(string? previous, string checkpoint, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        if (Scalar("SELECT text FROM checkpoint") as string != previous) return ValueTask.FromResult(false);
        Keep(checkpoint);
        transaction.Commit();
        return ValueTask.FromResult(true);
    }

    public void Dispose() => _connection.Dispose();

    public object? Scalar(string sql)
    {
        using SqliteCommand command = Command(sql, []);
        return command.ExecuteScalar();
    }

    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private void Keep(string checkpoint) =>
        Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", checkpoint));

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
