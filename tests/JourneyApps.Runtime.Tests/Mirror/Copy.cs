using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A copy as an integrator's database would keep it: rows, and the checkpoint beside them or in the same transaction.</summary>
internal sealed class Copy : IMirrorHandler<Job>, IMirrorHandler<Site>, ICheckpointStore
{
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);

    /// <summary>Called at each point where a process may die; what it throws is the death.</summary>
    public Func<string, Task> At { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the checkpoint is written together with the rows, as a database does.</summary>
    public bool InOneTransaction { get; init; }

    public string? Checkpoint { get; set; }

    /// <summary>What was handed over, in words.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>The rows as "model/id" and what matters of the object.</summary>
    public IReadOnlyDictionary<string, string> Rows => _rows.ToDictionary();

    public static string TextOf(string? text, int? crew) => $"{text}|{crew}";

    public IEnumerable<string> Ids(string model) => _rows.Keys.Where(key => key.StartsWith(model + "/", StringComparison.Ordinal)).Select(key => key[(model.Length + 1)..]);

    public ValueTask ApplyAsync(MirrorPage<Job> page, CancellationToken cancellationToken)
        => ApplyAsync("job", page, job => TextOf(job.Title, job.Crew));

    public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken)
        => ApplyAsync("site", page, site => TextOf(site.Name, null));

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
        string[] gone = page.ExistingIds is null ? [] : [.. Ids(model).Where(page.Removes)];
        foreach (string id in gone) _rows.Remove($"{model}/{id}");
        foreach (MirrorChange<TModel> change in page.Changes)
        {
            string key = $"{model}/{change.Id}";
            if (change.Kind == MirrorChangeKind.Upsert) _rows[key] = text(change.Object!);
            else if (change.Kind == MirrorChangeKind.Delete) _rows.Remove(key);
        }
        Store(page);
        Steps.Add($"{model} {page.Phase} {page.Changes.Count} {(page.Checkpoint is null ? "without" : "with")} checkpoint");
        await At($"after apply {page.Phase}");
    }

    private bool IsOvertaken<TModel>(MirrorPage<TModel> page)
        where TModel : class
        => page.IsOvertaken = InOneTransaction && Checkpoint != page.PreviousCheckpoint;

    private void Store<TModel>(MirrorPage<TModel> page)
        where TModel : class
    {
        if (!InOneTransaction || page.Checkpoint is null) return;
        Checkpoint = page.Checkpoint;
        page.CheckpointIsStored = true;
    }
}
