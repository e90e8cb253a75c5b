using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>Tables of the copy that a person dropped. They are created again, and their models loaded.</summary>
internal static class DroppedTables
{
    /// <summary>Lets the catalog forget them, as if their models were new.</summary>
    public static async Task ForgetAsync(WriterSession session, CancellationToken cancellationToken)
    {
        CopyStore store = session.Store;
        (CopyCatalog known, CopyCatalog existing) = await session.UseAsync(() => ReadAsync(store, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (ReferenceEquals(known, existing)) return;
        // A table of versions is created with the first step, and without a load there may be none for a long time.
        string[] models = [.. Decisions(known, existing).Select(static decision => decision.Model!)];
        await session.ChangeTablesAsync(
            async transaction =>
            {
                await store.WriteCatalogAsync(transaction, known, existing, cancellationToken).ConfigureAwait(false);
                await CopyState.RequestReloadAsync(store, transaction, models, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the catalog, and the part of it whose tables exist.</summary>
    public static async Task<(CopyCatalog Known, CopyCatalog Existing)> ReadAsync(CopyStore store, CancellationToken cancellationToken)
    {
        CopyCatalog known = await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
        return (known, known.In(await store.Database.ReadTablesAsync(store.Connection, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>What a person has to do about them.</summary>
    public static IEnumerable<MirrorDecision> Decisions(CopyCatalog known, CopyCatalog existing)
    {
        foreach (CatalogModel model in known.Models.Where(static model => model.Phase is not null))
        {
            if (existing.Find(model.Name) is not { } found)
            {
                yield return new MirrorDecision(
                    $"The table '{model.Table}' was dropped. Start the mirror again: it creates the table and loads the model "
                    + $"'{model.Name}'.")
                {
                    Model = model.Name,
                };
            }
            else if (found.HasHistory != model.HasHistory)
            {
                yield return new MirrorDecision(
                    $"The table with the versions of the model '{model.Name}' was dropped. Start the mirror again: it creates the table, "
                    + "and the history begins with the present rows.")
                {
                    Model = model.Name,
                };
            }
        }
    }
}
