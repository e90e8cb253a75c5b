using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>Renews the lease of a writer while it waits for the deployment, and notices what others ask for.</summary>
internal sealed class LeaseKeeper(WriterSession session, CopySink sink, JourneyMirror mirror, MirrorMetrics metrics)
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(10);

    /// <summary>The lag of the copy; null while a model is not complete.</summary>
    public TimeSpan? Lag => mirror.UpToDateAt is { } at && mirror.Phases.Values.All(static phase => phase == MirrorPhase.Following)
        ? TimeSpan.FromTicks(Math.Max(0, (DateTimeOffset.UtcNow - at).Ticks))
        : null;

    /// <summary>Renews the lease until it is canceled, another worker is the writer, or models are to be loaded again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeSpan third = session.Store.Lease / 3;
        TimeSpan interval = third < LongestInterval ? third : LongestInterval;
        while (true)
        {
            await Task.Delay(interval, cancellationToken).ConfigureAwait(false);
            await CheckPlaceAsync(cancellationToken).ConfigureAwait(false);
            StateRow? row = await session.RenewAsync(Lag, cancellationToken).ConfigureAwait(false);
            if (row is null || HasReloadRequest(row)) return;
            metrics.Measured(
                Lag, await CountProblemsAsync(cancellationToken).ConfigureAwait(false),
                await session.UseAsync(() => FileQueue.CountAsync(session.Store, cancellationToken), cancellationToken)
                    .ConfigureAwait(false));
        }
    }

    private bool HasReloadRequest(StateRow row)
        => sink.TakenReload is { } taken && row.Reload.Except(taken, StringComparer.Ordinal).Any();

    private async Task CheckPlaceAsync(CancellationToken cancellationToken)
    {
        MirrorDatabase database = session.Store.Database;
        bool isThere = await session.UseAsync(
            () => database.IsAtItsPlaceAsync(session.Store.Connection, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (isThere) return;
        throw new DatabaseMirrorException(
            $"{database.Place} was deleted, moved or replaced while the mirror wrote to it. The mirror opens it again.")
        {
            Fault = DatabaseFault.Transient,
        };
    }

    private Task<long> CountProblemsAsync(CancellationToken cancellationToken) => session.UseAsync(
        async () =>
        {
            List<object?[]> rows = await session.Store.ReadAsync(
                null, $"SELECT count(*) FROM {session.Store.Dialect.Qualify(CatalogTables.Problem.Name)}",
                [Schema.CopyColumnKind.BigInteger], cancellationToken).ConfigureAwait(false);
            return (long)rows[0][0]!;
        },
        cancellationToken);
}
