using System.Data;
using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>The right of this worker to write to the copy. It is checked by the first statement of each transaction, so a worker that was
/// frozen and wakes up writes nothing.</summary>
internal sealed class WriterSession(CopyStore store, string owner, long version) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _version = version;

    public CopyStore Store => store;

    /// <summary>Runs a transaction, in which this worker certainly is the only writer.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="checkpoint">The new checkpoint; null if it stays.</param>
    /// <param name="work">What it does.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="OvertakenException">Another worker is the writer.</exception>
    public async Task<T> WriteAsync<T>(
        TransactionPurpose purpose, string? checkpoint, Func<DbTransaction, Task<T>> work,
        CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CheckConnection();
            await using DbTransaction transaction = await store.BeginAsync(purpose, cancellationToken).ConfigureAwait(false);
            bool isOwner = await CopyState.FenceAsync(
                store, transaction, _version, owner, checkpoint, cancellationToken).ConfigureAwait(false);
            if (!isOwner) throw new OvertakenException();
            T result = await work(transaction).ConfigureAwait(false);
            // If the answer is lost, the run ends, and the next one reads from the row whether the transaction was committed.
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            _version++;
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs a transaction that changes tables or the catalog.</summary>
    /// <exception cref="OvertakenException">Another worker is the writer.</exception>
    public Task ChangeTablesAsync(Func<DbTransaction, Task> work, CancellationToken cancellationToken)
        => WriteAsync(
            TransactionPurpose.Ddl, null,
            async transaction =>
            {
                await work(transaction).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    /// <summary>Runs something outside of a transaction, while this worker writes nothing else.</summary>
    public async Task<T> UseAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CheckConnection();
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Renews the lease.</summary>
    /// <returns>The row; null if another worker is the writer.</returns>
    public Task<StateRow?> RenewAsync(TimeSpan? lag, CancellationToken cancellationToken) => UseAsync<StateRow?>(
        async () => await CopyState.RenewAsync(store, _version, owner, lag, cancellationToken).ConfigureAwait(false)
            ? await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false)
            : null,
        cancellationToken);

    /// <summary>Lets another worker take over at once.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            await CopyState.ReleaseAsync(store, owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // The connection is broken; the lease ends by itself.
        }
    }

    public void Dispose() => _gate.Dispose();

    // Whoever uses a connection first after the database ended it gets its error. Everybody else gets this one.
    private void CheckConnection()
    {
        if (store.Connection.State == ConnectionState.Open) return;
        throw new DatabaseMirrorException($"The connection to {store.Database.Place} was lost.")
        {
            Fault = DatabaseFault.Transient,
        };
    }
}
