using Acme.Field;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using Microsoft.Data.Sqlite;

namespace JourneyApps.MirrorVictim;

/// <summary>The copy as an integrator keeps it: rows in SQLite, and with them the checkpoint, or the rows alone.</summary>
internal sealed class SqliteCopy : IMirrorHandler<Job>, IMirrorHandler<Site>, ICheckpointStore, IDisposable
{
    private readonly SqliteConnection _database;
    private readonly bool _keepsCheckpoint;
    private readonly bool _ignoresOthers;

    public SqliteCopy(string file, bool keepsCheckpoint, bool ignoresOthers = false)
    {
        _keepsCheckpoint = keepsCheckpoint;
        _ignoresOthers = ignoresOthers;
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _database.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE TABLE IF NOT EXISTS copy (model TEXT, id TEXT, text TEXT, crew INTEGER, generation INTEGER NOT NULL, PRIMARY KEY (model, id))");
        Run("CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL)");
    }

    public ValueTask ApplyAsync(MirrorPage<Job> page, CancellationToken cancellationToken) => Apply("job", page, static job => (job.Title, job.Crew));

    public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken) => Apply("site", page, static site => (site.Name, null));

    ValueTask IMirrorHandler<Job>.CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken) => Complete("job", snapshot);

    ValueTask IMirrorHandler<Site>.CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken) => Complete("site", snapshot);

    public ValueTask<string?> LoadAsync(CancellationToken cancellationToken)
    {
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = "SELECT text FROM checkpoint";
        return ValueTask.FromResult(command.ExecuteScalar() as string);
    }

    public ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        Tell.Saving();
        Keep(checkpoint);
        Tell.Saved();
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> ReplaceAsync(string? previous, string checkpoint, CancellationToken cancellationToken)
    {
        Tell.Saving();
        bool isSaved = Keep(previous, checkpoint);
        Tell.Saved();
        return ValueTask.FromResult(isSaved);
    }

    public void Dispose() => _database.Dispose();

    private ValueTask Apply<TModel>(string model, MirrorPage<TModel> page, Func<TModel, (string? Text, int? Crew)> row)
        where TModel : class
    {
        Tell.Phase(page.Phase, page.Changes.Select(change => $"{model}/{change.Id}"));
        using SqliteTransaction transaction = _database.BeginTransaction();
        if (IsOvertaken(page)) return ValueTask.CompletedTask;
        foreach (MirrorChange<TModel> change in page.Changes)
        {
            (string, object?)[] key = [("$model", model), ("$id", change.Id.Value), ("$generation", page.Generation)];
            if (change.Kind == MirrorChangeKind.Upsert)
            {
                (string? text, int? crew) = row(change.Object!);
                Run("INSERT OR REPLACE INTO copy VALUES ($model, $id, $text, $crew, $generation)", [.. key, ("$text", text), ("$crew", crew)]);
            }
            else if (change.Kind == MirrorChangeKind.Delete)
            {
                Run("DELETE FROM copy WHERE model = $model AND id = $id", key.AsSpan(0, 2));
            }
            else
            {
                Run("UPDATE copy SET generation = $generation WHERE model = $model AND id = $id", key);
            }
        }

        Commit(transaction, page);
        return ValueTask.CompletedTask;
    }

    private ValueTask Complete(string model, MirrorSnapshot snapshot)
    {
        using SqliteTransaction transaction = _database.BeginTransaction();
        if (IsOvertaken(snapshot)) return ValueTask.CompletedTask;
        Run("DELETE FROM copy WHERE model = $model AND generation <> $generation", ("$model", model), ("$generation", snapshot.Generation));
        Commit(transaction, snapshot);
        return ValueTask.CompletedTask;
    }

    private void Commit(SqliteTransaction transaction, MirrorStep step)
    {
        if (!_keepsCheckpoint || step.Checkpoint is not { } checkpoint)
        {
            transaction.Commit();
            return;
        }

        Tell.Saving();
        Keep(step.PreviousCheckpoint, checkpoint);
        transaction.Commit();
        step.CheckpointIsStored = true;
        Tell.Saved();
    }

    // The transaction holds the database's only write lock, so what it finds stays until its end.
    private bool IsOvertaken(MirrorStep step)
    {
        if (!_keepsCheckpoint) return false;
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = "SELECT text FROM checkpoint";
        step.IsOvertaken = !_ignoresOthers && command.ExecuteScalar() as string != step.PreviousCheckpoint;
        return step.IsOvertaken;
    }

    private bool Keep(string? previous, string checkpoint)
    {
        if (_ignoresOthers)
        {
            Keep(checkpoint);
            return true;
        }

        return 1 == (previous is null
            ? Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO NOTHING", ("$text", checkpoint))
            : Run("UPDATE checkpoint SET text = $text WHERE text = $previous", ("$text", checkpoint), ("$previous", previous)));
    }

    private void Keep(string checkpoint) => Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", checkpoint));

    private int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }
}
