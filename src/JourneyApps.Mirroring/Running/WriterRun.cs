using System.Data;
using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>A run of a worker as the only writer: loads and follows, while the lease is renewed and files are stored. What fails first ends
/// the run.</summary>
internal sealed class WriterRun(JourneyClient app, WriterSession session, DatabaseMirrorOptions options, BackOff backOff)
{
    private Exception? _fault;

    private CopyStore Store => session.Store;

    /// <summary>Runs until it is canceled or, as a job, until the copy is up to date.</summary>
    /// <returns>Whether the job is done; false to begin again.</returns>
    public async Task<bool> RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        var metrics = new MirrorMetrics(Store.Database.Place);
        var sink = new CopySink(session, options, metrics);
        JourneyMirror mirror = app.Mirror(sink, options.Models, options.Reading with { Progress = new ReadingProgress(options, backOff) });
        var keeper = new LeaseKeeper(session, sink, mirror, metrics);
        using FileWorker? files = options.Files is { } folder ? new FileWorker(app, session, folder) : null;
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var beside = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task renewing = RunBesideAsync(keeper.RunAsync, run, beside.Token);
        Task storing = Task.CompletedTask;
        try
        {
            await DroppedTables.ForgetAsync(session, run.Token).ConfigureAwait(false);
            if (files is not null)
            {
                if (options.Ddl != MirrorDdl.None) await CreateFileIndexesAsync(run.Token).ConfigureAwait(false);
                await QueueFilesAsync(run.Token).ConfigureAwait(false);
                storing = RunBesideAsync(files.RunAsync, run, beside.Token);
            }

            await (untilUpToDate ? mirror.CatchUpAsync(run.Token) : mirror.RunAsync(run.Token)).ConfigureAwait(false);
            if (files is not null) await files.DrainAsync(run.Token).ConfigureAwait(false);
            await session.RenewAsync(keeper.Lag, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            if (_fault is { } fault) throw Lost(fault);
            return false;
        }
        catch (InvalidOperationException fault) when (Store.Connection.State != ConnectionState.Open)
        {
            throw Lost(fault);
        }
        catch (JourneyApiException) when (sink.IsOvertaken)
        {
            return false;
        }
        catch (OvertakenException)
        {
            return false;
        }
        catch (FormatException fault)
        {
            throw new DatabaseMirrorException(
                $"The progress of the copy in {Store.Database.Place} cannot be read: {fault.Message} Restore a backup, or run the "
                + "statement, which lets the mirror load all models again. Rows that are equal are not written.",
                fault)
            {
                Statements = [$"UPDATE {CopyState.Table(Store)} SET checkpoint = NULL"],
            };
        }
        finally
        {
            await beside.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            await storing.ConfigureAwait(false);
            metrics.Ended();
            await session.ReleaseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Does other work during a run. The run ends when the work ends, and with its exception.</summary>
    private async Task RunBesideAsync(Func<CancellationToken, Task> work, CancellationTokenSource run, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            Interlocked.CompareExchange(ref _fault, fault, null);
        }

        await run.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>What a fault means: drivers report a connection that was closed in the middle in several ways.</summary>
    private DatabaseMirrorException Lost(Exception fault)
        => fault is DbException || Store.Connection.State == ConnectionState.Open
            ? DatabaseErrors.Of(Store.Database, fault)
            : new DatabaseMirrorException($"The connection to {Store.Database.Place} was closed. {fault.Message}", fault)
            {
                Fault = DatabaseFault.Transient,
            };

    /// <summary>Creates the indexes that a copy of an earlier version lacks. It works without them, but slower.</summary>
    private async Task CreateFileIndexesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<SqlStatement> missing = await session.UseAsync(
            () => FileQueue.MissingIndexesAsync(Store, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0) return;
        try
        {
            await session.ChangeTablesAsync(
                async transaction =>
                {
                    foreach (SqlStatement statement in missing)
                        await Store.RunLongAsync(transaction, statement.Text, cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            options.Progress?.Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.TablesChanged)
            {
                Statements = [.. missing.Select(static index => index.Text)],
            });
        }
        catch (DbException fault) when (Store.Database.Classify(fault) is DatabaseFault.LockTimeout or DatabaseFault.NoRights)
        {
            // 'plan' shows them, and the next start tries again.
        }
    }

    private Task<bool> QueueFilesAsync(CancellationToken cancellationToken) => session.UseAsync(
        async () =>
        {
            CopyCatalog catalog = await Store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
            foreach (CatalogModel model in catalog.Models)
                await FileQueue.AddExistingAsync(Store, model, cancellationToken).ConfigureAwait(false);
            await FileQueue.AddDroppedAsync(Store, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);
}
