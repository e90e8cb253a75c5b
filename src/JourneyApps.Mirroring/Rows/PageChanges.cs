using JourneyApps.Mirroring.Dialects;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Rows;

/// <summary>Reduces the changes of a step to one for each object: the newest. The order of the oplog decides, never a time.</summary>
internal static class PageChanges
{
    /// <summary>The changes by model, in the order in which the models occur.</summary>
    /// <param name="step">The step.</param>
    /// <param name="layouts">The tables by model. Changes of other models are ignored.</param>
    /// <param name="hasHistory">Whether a model's versions are kept.</param>
    /// <param name="now">The time of a deletion of which the server does not say when it was.</param>
    public static IReadOnlyList<ModelChanges> Of(
        MirrorStep step, IReadOnlyDictionary<string, RowLayout> layouts, Func<string, bool> hasHistory, DateTimeOffset now)
    {
        var models = new List<ModelChanges>();
        foreach (IGrouping<string, MirrorChange<JourneyRecord>> changes in step.Changes.GroupBy(static change => change.Model))
        {
            if (layouts.TryGetValue(changes.Key, out RowLayout? layout))
                models.Add(Of(layout, [.. changes], step.LoadSequence, hasHistory(changes.Key), now));
        }

        return models;
    }

    private static ModelChanges Of(
        RowLayout layout, MirrorChange<JourneyRecord>[] changes, long? loadSequence, bool hasHistory, DateTimeOffset now)
    {
        var versions = new List<object?[]>();
        var newest = new Dictionary<string, int>(changes.Length, StringComparer.Ordinal);
        for (int i = 0; i < changes.Length; i++)
        {
            // A row that cannot be read keeps what an earlier change of the same page stored.
            if (changes[i].Kind != MirrorChangeKind.Unreadable) newest[changes[i].Id.Value] = i;
        }

        var rows = new List<object?[]>(newest.Count);
        var deletions = new List<CopyDeletion>();
        var problems = new List<RowProblem>();
        for (int i = 0; i < changes.Length; i++)
        {
            MirrorChange<JourneyRecord> change = changes[i];
            bool isNewest = change.Kind != MirrorChangeKind.Unreadable && newest[change.Id.Value] == i;
            bool isVersion = hasHistory && change.Sequence is not null;
            switch (change.Kind)
            {
                case MirrorChangeKind.Upsert when isNewest || isVersion:
                    object?[] row = RowBuilder.Build(layout, change.Object!, change.Sequence ?? loadSequence, isNewest ? problems : []);
                    if (isNewest) rows.Add(row);
                    if (isVersion) versions.Add(row);
                    break;
                case MirrorChangeKind.Delete:
                    DateTimeOffset at = (change.UpdatedAt ?? now).ToUniversalTime();
                    if (isNewest) deletions.Add(new CopyDeletion(change.Id.Value, change.Sequence, at));
                    if (isVersion) versions.Add(RowBuilder.Deletion(layout, change.Id.Value, change.Sequence!.Value, at));
                    break;
                case MirrorChangeKind.Unreadable:
                    string id = change.Id == default ? "" : change.Id.Value;
                    problems.Add(new RowProblem(id, "", $"The object cannot be read: {change.Exception?.Message}", null));
                    break;
                case MirrorChangeKind.Upsert:
                    break;
            }
        }

        return new ModelChanges(layout)
        {
            Rows = rows,
            Deletions = deletions,
            Versions = versions,
            Problems = problems,
            Ids = newest.Keys,
        };
    }
}
