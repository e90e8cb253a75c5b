using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using Microsoft.Data.Sqlite;

namespace FieldService;

/// <summary>The company's own copy of all jobs, a table in SQLite. The mirror's checkpoint is stored with the rows, in one transaction.</summary>
internal sealed class JobTable : IMirrorHandler<Job>, ICheckpointStore, IDisposable
{
    private readonly SqliteConnection _database = new("Data Source=:memory:");

    public JobTable()
    {
        _database.Open();
        Run("CREATE TABLE job (id TEXT PRIMARY KEY, number INTEGER, title TEXT, state TEXT, generation INTEGER NOT NULL)");
        Run("CREATE TABLE checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL)");
    }

    /// <summary>How many jobs the copy holds in a state, or in all.</summary>
    public long Count(JobState? state = null)
    {
        using SqliteCommand command = Command("SELECT count(*) FROM job WHERE $state IS NULL OR state = $state");
        command.Parameters.AddWithValue("$state", state is { } wanted ? ((Choice<JobState>)wanted).Key : DBNull.Value);
        return (long)command.ExecuteScalar()!;
    }

    public ValueTask ApplyAsync(MirrorPage<Job> page, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = _database.BeginTransaction();
        foreach (MirrorChange<Job> change in page.Changes) Apply(change, page.Generation);
        Keep(page);
        transaction.Commit();
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = _database.BeginTransaction();
        Run("DELETE FROM job WHERE generation <> $generation", ("$generation", snapshot.Generation));
        Keep(snapshot);
        transaction.Commit();
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> LoadAsync(CancellationToken cancellationToken)
    {
        using SqliteCommand command = Command("SELECT text FROM checkpoint");
        return ValueTask.FromResult(command.ExecuteScalar() as string);
    }

    public ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", checkpoint));
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _database.Dispose();

    private void Apply(MirrorChange<Job> change, long generation)
    {
        switch (change.Kind)
        {
            case MirrorChangeKind.Upsert:
                Job job = change.Object!;
                Run(
                    "INSERT OR REPLACE INTO job VALUES ($id, $number, $title, $state, $generation)",
                    ("$id", change.Id.Value), ("$number", job.Number), ("$title", job.Title), ("$state", job.State?.Key), ("$generation", generation));
                break;
            case MirrorChangeKind.Delete:
                Run("DELETE FROM job WHERE id = $id", ("$id", change.Id.Value));
                break;
            default:
                // There, but not readable by this code: the old row stays, and is not taken for deleted.
                Run("UPDATE job SET generation = $generation WHERE id = $id", ("$id", change.Id.Value), ("$generation", generation));
                break;
        }
    }

    private void Keep(MirrorStep step)
    {
        if (step.Checkpoint is not { } checkpoint) return;
        Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", checkpoint));
        step.CheckpointIsStored = true;
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = Command(sql);
        foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _database.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
