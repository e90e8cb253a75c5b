using System.Text.Json;
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
        Run("CREATE TABLE job (id TEXT PRIMARY KEY, number INTEGER, title TEXT, state TEXT)");
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
        if (page.ExistingIds is not null)
        {
            // The page is complete for its range of ids: other rows in that range were deleted in the app.
            Run(
                "DELETE FROM job WHERE ($from IS NULL OR id >= $from) AND ($to IS NULL OR id < $to) AND id NOT IN (SELECT value FROM json_each($existing))",
                ("$from", page.FromId), ("$to", page.ToId), ("$existing", JsonSerializer.Serialize(page.ExistingIds)));
        }

        foreach (MirrorChange<Job> change in page.Changes) Apply(change);
        Keep(page);
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

    private void Apply(MirrorChange<Job> change)
    {
        switch (change.Kind)
        {
            case MirrorChangeKind.Upsert:
                Job job = change.Object!;
                Run(
                    "INSERT OR REPLACE INTO job VALUES ($id, $number, $title, $state)",
                    ("$id", change.Id.Value), ("$number", job.Number), ("$title", job.Title), ("$state", job.State?.Key));
                break;
            case MirrorChangeKind.Delete:
                Run("DELETE FROM job WHERE id = $id", ("$id", change.Id.Value));
                break;
            default:
                // The object exists, but this code cannot read it: the last row stays.
                break;
        }
    }

    private void Keep(MirrorPage<Job> page)
    {
        if (page.Checkpoint is not { } checkpoint) return;
        Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", checkpoint));
        page.CheckpointIsStored = true;
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
