using System.Text.Json;
using Acme.Field;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Records;
using Microsoft.Data.Sqlite;

namespace JourneyApps.MirrorVictim;

/// <summary>The copy as an integrator keeps it: rows in SQLite, and with them the checkpoint, or the rows alone.</summary>
internal sealed class SqliteCopy : IMirrorHandler<Job>, IMirrorHandler<Site>, IMirrorSink, ICheckpointStore, IDisposable
{
    private readonly SqliteConnection _database;
    private readonly bool _keepsCheckpoint;

    public SqliteCopy(string file, bool keepsCheckpoint)
    {
        _keepsCheckpoint = keepsCheckpoint;
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _database.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE TABLE IF NOT EXISTS copy (model TEXT, id TEXT, text TEXT, crew INTEGER, PRIMARY KEY (model, id))");
        Run("CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL)");
        Run("CREATE TABLE IF NOT EXISTS shapes (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL)");
    }

    public ValueTask ApplyAsync(MirrorPage<Job> page, CancellationToken cancellationToken) => Apply("job", page, static job => (job.Title, job.Crew));

    public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken) => Apply("site", page, static site => (site.Name, null));

    public ValueTask<bool> ApplyAsync(MirrorStep step, CancellationToken cancellationToken)
    {
        if (step.Changes.Count > 0 || step.ExistingIds is not null)
        {
            MirrorPhase phase = step.LoadedModel is null ? step.Phases.Values.Min() : MirrorPhase.Loading;
            Tell.Phase(phase, step.Changes.Select(change => $"{change.Model}/{change.Id}"));
        }

        using SqliteTransaction transaction = _database.BeginTransaction();
        if (step.ExistingIds is not null) RemoveOthers(step.LoadedModel!, step.FromId, step.ToId, step.ExistingIds);
        foreach (MirrorChange<JourneyRecord> change in step.Changes)
            Apply(change.Model, change, static record => ((string?)(record.Model == "job" ? record["title"] : record["name"]).Text, (int?)Number(record["crew"])));
        Tell.Saving();
        if (!Keep(step.PreviousCheckpoint, step.Checkpoint)) return ValueTask.FromResult(false);
        if (step.ModelShapes is { } shapes)
            Run("INSERT INTO shapes VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", shapes));
        transaction.Commit();
        Tell.Saved();
        return ValueTask.FromResult(true);
    }

    public ValueTask<MirrorCheckpoint?> LoadCheckpointAsync(CancellationToken cancellationToken)
    {
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = "SELECT text, (SELECT text FROM shapes) FROM checkpoint";
        using SqliteDataReader reader = command.ExecuteReader();
        return ValueTask.FromResult(reader.Read()
            ? new MirrorCheckpoint(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1))
            : null);
    }

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
        if (page.ExistingIds is not null) RemoveOthers(model, page.FromId, page.ToId, page.ExistingIds);
        foreach (MirrorChange<TModel> change in page.Changes) Apply(model, change, row);
        Commit(transaction, page);
        return ValueTask.CompletedTask;
    }

    private static long? Number(RecordValue value) => value.Json.ValueKind == JsonValueKind.Number ? value.Json.GetInt64() : null;

    private void RemoveOthers(string model, string? from, string? to, IReadOnlySet<string> existing) => Run(
        "DELETE FROM copy WHERE model = $model AND ($from IS NULL OR id >= $from) AND ($to IS NULL OR id < $to) AND id NOT IN (SELECT value FROM json_each($existing))",
        ("$model", model), ("$from", from), ("$to", to), ("$existing", JsonSerializer.Serialize(existing)));

    private void Apply<TModel>(string model, MirrorChange<TModel> change, Func<TModel, (string? Text, int? Crew)> row)
        where TModel : class
    {
        (string, object?)[] key = [("$model", model), ("$id", change.Id.Value)];
        if (change.Kind == MirrorChangeKind.Upsert)
        {
            (string? text, int? crew) = row(change.Object!);
            Run("INSERT OR REPLACE INTO copy VALUES ($model, $id, $text, $crew)", [.. key, ("$text", text), ("$crew", crew)]);
        }
        else if (change.Kind == MirrorChangeKind.Delete)
        {
            Run("DELETE FROM copy WHERE model = $model AND id = $id", key);
        }
    }

    private void Commit<TModel>(SqliteTransaction transaction, MirrorPage<TModel> page)
        where TModel : class
    {
        if (!_keepsCheckpoint || page.Checkpoint is not { } checkpoint)
        {
            transaction.Commit();
            return;
        }

        Tell.Saving();
        Keep(page.PreviousCheckpoint, checkpoint);
        transaction.Commit();
        page.CheckpointIsStored = true;
        Tell.Saved();
    }

    // The transaction holds the database's only write lock, so what it finds stays until its end.
    private bool IsOvertaken<TModel>(MirrorPage<TModel> page)
        where TModel : class
    {
        if (!_keepsCheckpoint) return false;
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = "SELECT text FROM checkpoint";
        page.IsOvertaken = command.ExecuteScalar() as string != page.PreviousCheckpoint;
        return page.IsOvertaken;
    }

    private bool Keep(string? previous, string checkpoint) => 1 == (previous is null
        ? Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO NOTHING", ("$text", checkpoint))
        : Run("UPDATE checkpoint SET text = $text WHERE text = $previous", ("$text", checkpoint), ("$previous", previous)));

    private void Keep(string checkpoint) => Run("INSERT INTO checkpoint VALUES (1, $text) ON CONFLICT (one) DO UPDATE SET text = $text", ("$text", checkpoint));

    private int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }
}
