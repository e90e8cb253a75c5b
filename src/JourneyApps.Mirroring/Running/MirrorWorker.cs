using System.Data;
using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>A worker: waits until it may write, loads and follows, and begins again after what goes away by waiting.</summary>
internal sealed class MirrorWorker(JourneyClient app, MirrorDatabase database, DatabaseMirrorOptions options)
{
    // A scheduled job that waits for ever would hide that nothing is copied.
    private const int MaxAttemptsOfJob = 6;

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockInterval = TimeSpan.FromSeconds(1);

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..8]}";
    private readonly BackOff _backOff = new();
    private readonly MirrorMetrics _metrics = new(database.Place);
    private bool _isWaiting;

    /// <summary>Runs until it is canceled or, as a job, until the copy is up to date.</summary>
    public async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        DateTimeOffset? since = null;
        while (true)
        {
            try
            {
                if (await AttemptAsync(untilUpToDate, () => since, at => since ??= at, cancellationToken).ConfigureAwait(false)) return;
                continue;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception fault) when (IsTemporary(fault) && !(untilUpToDate && _backOff.Attempts >= MaxAttemptsOfJob))
            {
                TimeSpan wait = _backOff.Next();
                Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.Retrying)
                {
                    Message = fault is JourneyApiException ? fault.Message : DatabaseErrors.Of(database, fault).Message,
                    RetryAfter = wait,
                });
                await Task.Delay(wait, options.Time, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException fault)
            {
                throw DatabaseErrors.Of(database, fault, fault is null ? null : Rights(fault));
            }
        }
    }

    private bool IsTemporary(Exception fault) => fault switch
    {
        JourneyApiException call => call.IsTransient,
        DbException or DatabaseMirrorException => DatabaseErrors.IsTemporary(database, fault),
        _ => false,
    };

    private IReadOnlyList<string> Rights(DbException fault)
        => database.Classify(fault) == DatabaseFault.NoRights ? database.Dialect.RightsFor(database.UserName ?? "user") : [];

    /// <summary>Waits for the right to write and uses it.</summary>
    /// <returns>Whether the job is done.</returns>
    private async Task<bool> AttemptAsync(
        bool untilUpToDate, Func<DateTimeOffset?> since, Action<DateTimeOffset> begin, CancellationToken cancellationToken)
    {
        using IDisposable? onlyWorker = database.AllowsSeveralWorkers
            ? null
            : await LockAsync(untilUpToDate, since, begin, cancellationToken).ConfigureAwait(false);
        if (onlyWorker is null && !database.AllowsSeveralWorkers) return true;
        CopyStore store = await CopyStore.OpenAsync(database, options.Lease, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            if (!await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false))
                await CreateAsync(store, cancellationToken).ConfigureAwait(false);
            var identity = DeploymentIdentity.Of(app);
            while (true)
            {
                StateRow row = await ReadAsync(store, cancellationToken).ConfigureAwait(false);
                begin(row.Now);
                CheckIdentity(row, identity);
                if (row.Owner is null || row.Owner == _owner || row.IsExpired || onlyWorker is not null)
                {
                    bool isTaken = await CopyState.TakeAsync(
                        store, row, _owner, options.Lease, identity.Id, identity.Address, cancellationToken).ConfigureAwait(false);
                    if (isTaken) return await WriteAsync(store, row.Version + 1, untilUpToDate, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (untilUpToDate && row.UpToDateAt >= since()) return true;
                ReportWaiting($"The worker {row.Owner} writes to the copy in {database.Place}.");
                TimeSpan third = options.Lease / 3;
                await Task.Delay(third < LongestLook ? third : LongestLook, options.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until this is the only worker of a file.</summary>
    /// <returns>The lock; null if a job is done because the other worker brought the copy up to date.</returns>
    private async Task<IDisposable?> LockAsync(
        bool untilUpToDate, Func<DateTimeOffset?> since, Action<DateTimeOffset> begin, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await database.TryLockWorkerAsync(cancellationToken).ConfigureAwait(false) is { } acquired) return acquired;
            ReportWaiting($"Another worker writes to the copy in {database.Place} and holds the file {database.WorkerLockPlace}.");
            if (untilUpToDate && await ReadOfOtherAsync(cancellationToken).ConfigureAwait(false) is { } row)
            {
                begin(row.Now);
                if (row.UpToDateAt >= since()) return null;
            }

            await Task.Delay(LockInterval, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<StateRow?> ReadOfOtherAsync(CancellationToken cancellationToken)
    {
        CopyStore store = await CopyStore.OpenAsync(database, options.Lease, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            return await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false)
                ? await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false)
                : null;
        }
    }

    private async Task CreateAsync(CopyStore store, CancellationToken cancellationToken)
    {
        string[] statements = [.. CopyState.Create(store.Dialect).Select(static statement => statement.Text)];
        if (options.Ddl == MirrorDdl.None)
        {
            throw new DatabaseMirrorException(
                $"{database.Place} has no copy yet, and the mirror must not create tables. Let an administrator run the "
                + "statements, or run the mirror once with Ddl.Additive.")
            {
                Fault = DatabaseFault.NoRights,
                Statements = statements,
            };
        }

        try
        {
            await CopyState.CreateAsync(store, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException fault) when (database.Classify(fault) == DatabaseFault.AlreadyExists)
        {
            // Another worker was faster.
        }
        catch (DbException fault) when (!DatabaseErrors.IsTemporary(database, fault))
        {
            throw DatabaseErrors.Of(database, fault, [.. statements, .. Rights(fault)]);
        }
    }

    private async Task<StateRow> ReadAsync(CopyStore store, CancellationToken cancellationToken)
    {
        StateRow? row = await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            // An administrator ran the statements that create the tables.
            await using DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Step, cancellationToken)
                .ConfigureAwait(false);
            await CopyState.InsertAsync(store, transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            row = (await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false))!;
        }

        if (row.Format > CatalogTables.Format)
        {
            throw new DatabaseMirrorException(
                $"The copy in {database.Place} was made by a newer version of JourneyApps.Mirroring. Update the package.");
        }

        return row;
    }

    private void CheckIdentity(StateRow row, DeploymentIdentity identity)
    {
        if (row.Deployment is null || row.Deployment == identity.Id) return;
        throw new DatabaseMirrorException(
            $"{database.Place} has a copy of another deployment, {row.Address}, and this client is connected to "
            + $"{identity.Address}. Use another database, or let the copy belong to this deployment with 'adopt'.");
    }

    /// <summary>Loads and follows as the only writer.</summary>
    /// <returns>Whether the job is done; false to begin again.</returns>
    private async Task<bool> WriteAsync(CopyStore store, long version, bool untilUpToDate, CancellationToken cancellationToken)
    {
        _isWaiting = false;
        Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.TookOver) { Message = $"This worker, {_owner}, writes to the copy." });
        using var session = new WriterSession(store, _owner, version, options.Lease);
        var sink = new CopySink(session, options, _metrics);
        JourneyMirror mirror = app.Mirror(sink, options.Models, options.Reading with { Progress = new ReadingProgress(options, _backOff) });
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeper = new LeaseKeeper(session, sink, mirror, options.Lease, _metrics, run);
        using var keeping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using FileWorker? files = options.Files is { } folder ? new FileWorker(app, session, folder) : null;
        Task renewing = keeper.RunAsync(keeping.Token);
        Task storing = Task.CompletedTask;
        try
        {
            if (files is not null)
            {
                await QueueFilesAsync(session, run.Token).ConfigureAwait(false);
                storing = StoreFilesAsync(files, keeping.Token);
            }

            await (untilUpToDate ? mirror.CatchUpAsync(run.Token) : mirror.RunAsync(run.Token)).ConfigureAwait(false);
            if (files is not null) await files.DrainAsync(run.Token).ConfigureAwait(false);
            await session.RenewAsync(keeper.Lag, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            if (keeper.Fault is { } fault) throw Lost(store, fault);
            return false;
        }
        catch (InvalidOperationException fault) when (store.Connection.State != ConnectionState.Open)
        {
            throw Lost(store, fault);
        }
        catch (JourneyApiException) when (sink.IsOvertaken)
        {
            return false;
        }
        finally
        {
            await keeping.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            await storing.ConfigureAwait(false);
            await ReleaseAsync(store).ConfigureAwait(false);
        }
    }

    /// <summary>What a fault of a connection means: drivers report a connection that was closed in the middle in several ways.</summary>
    private DatabaseMirrorException Lost(CopyStore store, Exception fault)
        => fault is DbException || store.Connection.State == ConnectionState.Open
            ? DatabaseErrors.Of(database, fault)
            : new DatabaseMirrorException($"The connection to {database.Place} was closed. {fault.Message}", fault)
            {
                Fault = DatabaseFault.Transient,
            };

    private static Task<bool> QueueFilesAsync(WriterSession session, CancellationToken cancellationToken) => session.UseAsync(
        async () =>
        {
            CopyCatalog catalog = await session.Store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
            foreach (CatalogModel model in catalog.Models)
                await FileQueue.AddExistingAsync(session.Store, model, cancellationToken).ConfigureAwait(false);
            await FileQueue.AddDroppedAsync(session.Store, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private static async Task StoreFilesAsync(FileWorker files, CancellationToken cancellationToken)
    {
        try
        {
            await files.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OperationCanceledException or DbException)
        {
            // Without the database, the rows end as well, and everything begins again.
        }
    }

    private async Task ReleaseAsync(CopyStore store)
    {
        try
        {
            await CopyState.ReleaseAsync(store, _owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // The connection is broken; the lease ends by itself.
        }
    }

    private void ReportWaiting(string message)
    {
        if (_isWaiting) return;
        _isWaiting = true;
        Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.Waiting) { Message = message });
    }

    private void Report(DatabaseMirrorProgress progress) => options.Progress?.Report(progress);
}
