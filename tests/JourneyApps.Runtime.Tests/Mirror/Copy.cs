using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A copy as an integrator's database would keep it: rows with their generation, and the checkpoint beside them or in the same transaction.</summary>
internal sealed class Copy : IMirrorHandler<Job>, IMirrorHandler<Site>, ICheckpointStore
{
    private readonly Dictionary<string, (string Text, long Generation)> _rows = new(StringComparer.Ordinal);

    /// <summary>Called at each point where a process may die; what it throws is the death.</summary>
    public Func<string, Task> At { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the checkpoint is written together with the rows, as a database does.</summary>
    public bool InOneTransaction { get; init; }

    public string? Checkpoint { get; set; }

    /// <summary>What was handed over, in words.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>The rows as "model/id" and what matters of the object.</summary>
    public IReadOnlyDictionary<string, string> Rows => _rows.ToDictionary(row => row.Key, row => row.Value.Text);

    public static string TextOf(string? text, int? crew) => $"{text}|{crew}";

    public IEnumerable<string> Ids(string model) => _rows.Keys.Where(key => key.StartsWith(model + "/", StringComparison.Ordinal)).Select(key => key[(model.Length + 1)..]);

    public ValueTask ApplyAsync(MirrorPage<Job> page, CancellationToken cancellationToken)
        => ApplyAsync("job", page, job => TextOf(job.Title, job.Crew));

    public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken)
        => ApplyAsync("site", page, site => TextOf(site.Name, null));

    ValueTask IMirrorHandler<Job>.CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken) => CompleteAsync("job", snapshot);

    ValueTask IMirrorHandler<Site>.CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken) => CompleteAsync("site", snapshot);

    public ValueTask<string?> LoadAsync(CancellationToken cancellationToken) => new(Checkpoint);

    public async ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        await At("before save");
        Checkpoint = checkpoint;
        await At("after save");
    }

    private async ValueTask ApplyAsync<TModel>(string model, MirrorPage<TModel> page, Func<TModel, string> text)
        where TModel : class
    {
        await At("before apply");
        if (IsOvertaken(page)) return;
        foreach (MirrorChange<TModel> change in page.Changes)
        {
            string key = $"{model}/{change.Id}";
            if (change.Kind == MirrorChangeKind.Upsert) _rows[key] = (text(change.Object!), page.Generation);
            else if (change.Kind == MirrorChangeKind.Delete) _rows.Remove(key);
            else if (_rows.TryGetValue(key, out (string Text, long Generation) kept)) _rows[key] = (kept.Text, page.Generation);
        }
        Store(page);
        Steps.Add($"{model} {page.Phase} {page.Changes.Count} {(page.Checkpoint is null ? "without" : "with")} checkpoint");
        await At($"after apply {page.Phase}");
    }

    private async ValueTask CompleteAsync(string model, MirrorSnapshot snapshot)
    {
        await At("before complete");
        if (IsOvertaken(snapshot)) return;
        foreach ((string key, (_, long generation)) in _rows)
        {
            if (key.StartsWith(model + "/", StringComparison.Ordinal) && generation != snapshot.Generation) _rows.Remove(key);
        }
        Store(snapshot);
        Steps.Add($"{model} complete");
        await At("after complete");
    }

    private bool IsOvertaken(MirrorStep step) => step.IsOvertaken = InOneTransaction && Checkpoint != step.PreviousCheckpoint;

    private void Store(MirrorStep step)
    {
        if (!InOneTransaction || step.Checkpoint is null) return;
        Checkpoint = step.Checkpoint;
        step.CheckpointIsStored = true;
    }
}
