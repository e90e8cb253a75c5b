using System.Data.Common;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>A worker: waits until it may write, loads and follows, and begins again after what goes away by waiting.</summary>
/// <param name="app">The client of the deployment.</param>
/// <param name="database">The database.</param>
/// <param name="options">The options.</param>
/// <param name="untilUpToDate">Whether it is a job, which ends when the copy is up to date, also if another worker brought it
/// there.</param>
internal sealed class MirrorWorker(JourneyClient app, MirrorDatabase database, DatabaseMirrorOptions options, bool untilUpToDate)
{
    // A scheduled job that waits for ever would hide that nothing is copied.
    private const int MaxAttemptsOfJob = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockInterval = TimeSpan.FromSeconds(1);

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..8]}";
    private readonly BackOff _backOff = new(LongestWait);
    private DateTimeOffset? _startedAt;
    private bool _isWaiting;

    /// <summary>Runs until it is canceled or, as a job, until the copy is up to date.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        bool isDone = false;
        while (!isDone)
        {
            try
            {
                isDone = await AttemptAsync(cancellationToken).ConfigureAwait(false);
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
                throw DatabaseErrors.Of(database, fault, DatabaseErrors.RightsFor(database, fault));
            }
        }
    }

    private bool IsTemporary(Exception fault) => fault switch
    {
        JourneyApiException call => call.IsTransient,
        DbException or DatabaseMirrorException => DatabaseErrors.IsTemporary(database, fault),
        _ => false,
    };

    /// <summary>Waits for the right to write and uses it.</summary>
    /// <returns>Whether the job is done.</returns>
    private async Task<bool> AttemptAsync(CancellationToken cancellationToken)
    {
        using IDisposable? onlyWorker = database.AllowsSeveralWorkers ? null : await LockAsync(cancellationToken).ConfigureAwait(false);
        if (onlyWorker is null && !database.AllowsSeveralWorkers) return true;
        CopyStore store = await CopyStore.OpenAsync(database, options.Lease, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var deployment = DeploymentIdentity.Of(app);
            var preparation = new CopyPreparation(store, options, deployment);
            await preparation.CreateIfMissingAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                StateRow row = await preparation.ReadAsync(cancellationToken).ConfigureAwait(false);
                _startedAt ??= row.Now;
                bool isFree = row.Owner is null || row.Owner == _owner || row.IsExpired || onlyWorker is not null;
                if (!isFree)
                {
                    if (IsDone(row)) return true;
                    ReportWaiting($"The worker {row.Owner} writes to the copy in {database.Place}.");
                    TimeSpan third = options.Lease / 3;
                    await Task.Delay(third < LongestLook ? third : LongestLook, options.Time, cancellationToken).ConfigureAwait(false);
                }
                else if (await CopyState.TakeAsync(store, row, _owner, deployment, cancellationToken).ConfigureAwait(false))
                {
                    return await WriteAsync(store, row.Version + 1, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<bool> WriteAsync(CopyStore store, long version, CancellationToken cancellationToken)
    {
        _isWaiting = false;
        Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.TookOver) { Message = $"This worker, {_owner}, writes to the copy." });
        using var session = new WriterSession(store, _owner, version);
        return await new WriterRun(app, session, options, _backOff).RunAsync(untilUpToDate, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until this is the only worker of a file.</summary>
    /// <returns>The lock; null if a job is done because the other worker brought the copy up to date.</returns>
    private async Task<IDisposable?> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await database.TryLockWorkerAsync(cancellationToken).ConfigureAwait(false) is { } acquired) return acquired;
            ReportWaiting($"Another worker writes to the copy in {database.Place} and holds the file {database.WorkerLockPlace}.");
            if (untilUpToDate && await ReadOfOtherAsync(cancellationToken).ConfigureAwait(false) is { } row && IsDone(row)) return null;
            await Task.Delay(LockInterval, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether another worker brought the copy to where it was when this job began, by the clock of the database.</summary>
    private bool IsDone(StateRow row)
    {
        _startedAt ??= row.Now;
        return untilUpToDate && row.UpToDateAt >= _startedAt;
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

    private void ReportWaiting(string message)
    {
        if (_isWaiting) return;
        _isWaiting = true;
        Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.Waiting) { Message = message });
    }

    private void Report(DatabaseMirrorProgress progress) => options.Progress?.Report(progress);
}
