using System.Text.Json;
using JourneyApps.Mirroring;

namespace MeterMirror;

/// <summary>The table with the copy of one model.</summary>
/// <param name="database">The database that contains the table.</param>
/// <param name="name">The table's name.</param>
internal abstract class CopyTable<TModel>(CopyDatabase database, string name) : IMirrorHandler<TModel>
    where TModel : class
{
    protected CopyDatabase Database { get; } = database;

    public ValueTask ApplyAsync(MirrorPage<TModel> page, CancellationToken cancellationToken)
    {
        Database.Store(page, () =>
        {
            if (page.ExistingIds is not null) RemoveOthers(page);
            foreach (MirrorChange<TModel> change in page.Changes) Apply(change);
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>Inserts or updates an object.</summary>
    protected abstract void Upsert(TModel model);

    // The page is complete for its range of ids: other rows in that range were deleted in the app.
    private void RemoveOthers(MirrorPage<TModel> page) => Database.Run(
        $"DELETE FROM {name} WHERE ($from IS NULL OR id >= $from) AND ($to IS NULL OR id < $to) AND id NOT IN (SELECT value FROM json_each($existing))",
        ("$from", page.FromId), ("$to", page.ToId), ("$existing", JsonSerializer.Serialize(page.ExistingIds)));

    private void Apply(MirrorChange<TModel> change)
    {
        switch (change.Kind)
        {
            case MirrorChangeKind.Upsert:
                Upsert(change.Object!);
                break;
            case MirrorChangeKind.Delete:
                Database.Run($"DELETE FROM {name} WHERE id = $id", ("$id", change.Id.Value));
                break;
            default:
                // The object exists, but this code cannot read it: the last row stays.
                break;
        }
    }
}
