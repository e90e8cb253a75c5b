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
            foreach (MirrorChange<TModel> change in page.Changes) Apply(change, page.Generation);
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken)
    {
        // Generations have no order: objects that were not seen in this one were deleted.
        Database.Store(snapshot, () => Database.Run($"DELETE FROM {name} WHERE generation <> $generation", ("$generation", snapshot.Generation)));
        return ValueTask.CompletedTask;
    }

    /// <summary>Inserts or updates an object with the generation in which it was seen.</summary>
    protected abstract void Upsert(TModel model, long generation);

    private void Apply(MirrorChange<TModel> change, long generation)
    {
        switch (change.Kind)
        {
            case MirrorChangeKind.Upsert:
                Upsert(change.Object!, generation);
                break;
            case MirrorChangeKind.Delete:
                Database.Run($"DELETE FROM {name} WHERE id = $id", ("$id", change.Id.Value));
                break;
            default:
                // The object exists, but this code cannot read it: keep the last row, so that it does not count as deleted.
                Database.Run($"UPDATE {name} SET generation = $generation WHERE id = $id", ("$id", change.Id.ToString()), ("$generation", generation));
                break;
        }
    }
}
