using JourneyApps.Mirroring;
using JourneyApps.Records;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A copy of records, as a tool without generated code would keep it.</summary>
internal sealed class RecordCopy : IMirrorSink
{
    /// <summary>The rows as "model/id" and the whole object.</summary>
    public SortedDictionary<string, JourneyRecord> Rows { get; } = new(StringComparer.Ordinal);

    public List<MirrorStep> Steps { get; } = [];

    public string? Checkpoint { get; set; }

    /// <summary>Called before each step is stored.</summary>
    public Func<MirrorStep, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The steps that have changes or belong to a load, in words.</summary>
    public IEnumerable<string> Words => Steps.Where(step => step.Changes.Count > 0 || step.LoadedModel is not null).Select(step => $"{step}");

    /// <summary>The shapes of the models, as last handed over.</summary>
    public string? Shapes { get; set; }

    /// <summary>What a mirror that begins is told to load again.</summary>
    public IReadOnlyCollection<string> ModelsToLoad { get; set; } = [];

    public ValueTask<MirrorCheckpoint?> LoadCheckpointAsync(CancellationToken cancellationToken)
        => new(Checkpoint is null ? null : new MirrorCheckpoint(Checkpoint, Shapes) { ModelsToLoad = ModelsToLoad });

    public async ValueTask<bool> ApplyAsync(MirrorStep step, CancellationToken cancellationToken)
    {
        await Before(step);
        if (Checkpoint != step.PreviousCheckpoint) return false;
        Checkpoint = step.Checkpoint;
        Shapes = step.ModelShapes ?? Shapes;
        Steps.Add(step);
        if (step.ExistingIds is { } existing)
        {
            string prefix = $"{step.LoadedModel}/";
            string[] gone = [.. Rows.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && IsGone(key[prefix.Length..], step))];
            foreach (string key in gone) Rows.Remove(key);
        }

        foreach (MirrorChange<JourneyRecord> change in step.Changes)
        {
            if (change.Kind == MirrorChangeKind.Upsert) Rows[$"{change.Model}/{change.Id}"] = change.Object!;
            else if (change.Kind == MirrorChangeKind.Delete) Rows.Remove($"{change.Model}/{change.Id}");
        }

        return true;
    }

    private static bool IsGone(string id, MirrorStep step)
        => !step.ExistingIds!.Contains(id) && (step.FromId is null || string.CompareOrdinal(id, step.FromId) >= 0)
            && (step.ToId is null || string.CompareOrdinal(id, step.ToId) < 0);
}
