using JourneyApps.Oplog;

namespace JourneyApps.MirrorVictim;

/// <summary>Tells before and after each checkpoint is stored.</summary>
internal sealed class ToldCheckpoints(ICheckpointStore store) : ICheckpointStore
{
    public ValueTask<string?> LoadAsync(CancellationToken cancellationToken) => store.LoadAsync(cancellationToken);

    public async ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        Tell.Saving();
        await store.SaveAsync(checkpoint, cancellationToken);
        Tell.Saved();
    }
}
