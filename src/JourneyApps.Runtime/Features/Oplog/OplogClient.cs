using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Oplog;

/// <summary>
/// The oplog (change log) of the deployment: every create, update and delete, in order. Unlike polling by <c>updated_at</c>, it misses no
/// change and includes deletions.
/// </summary>
/// <example>
/// <code>
/// var store = new FileCheckpointStore("oplog.checkpoint");
/// await app.Oplog.FollowAsync(store, async (page, ct) =>
/// {
///     foreach (OplogEntry entry in page.Entries)
///     {
///         if (entry.Operation == OplogOperation.Delete) await RemoveAsync(entry.Model, entry.Id, ct);
///         else if (entry.Object is Job job) await SaveAsync(job, ct);
///     }
/// }, cancellationToken: stopping);
/// </code>
/// </example>
public class OplogClient
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly ClientContext _context;
    private readonly OplogReader _reader;

    internal OplogClient(ClientContext context)
    {
        _context = context;
        _reader = new OplogReader(context);
    }

    /// <summary>For mocks.</summary>
    protected OplogClient() : this(ClientContext.None) { }

    /// <summary>The newest entries. Their checkpoint is the present end of the oplog: follow from there to see only new changes.</summary>
    /// <param name="count">The most entries, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<OplogPage> TailAsync(int count = 400, CancellationToken cancellationToken = default)
    {
        CheckCount(count, nameof(count));
        OplogResponse read = await _reader.TailAsync(count, cancellationToken).ConfigureAwait(false);
        return new OplogPage(read.Entries, new OplogCheckpoint(read.NextStart ?? read.End ?? 0, read.Hash), More: false);
    }

    /// <summary>One page of the oplog.</summary>
    /// <param name="from">The start; null for the beginning of the oplog.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DataModelChangedException">A model or field that the generated code reads was removed or has another
    /// type.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<OplogPage> ReadPageAsync(
        OplogCheckpoint? from = null, FollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        from ??= OplogCheckpoint.Start;
        options ??= new FollowOptions();
        CheckCount(options.PageSize, nameof(options));
        OplogResponse read = await _reader.ReadAsync(from.Next, options.PageSize, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DataModelChange> changes =
            await _reader.CompareDataModelAsync(from.DataModelHash, read.Hash, cancellationToken).ConfigureAwait(false) ?? [];
        if (!options.ContinueOnBreakingDataModelChange) OplogReader.ThrowIfBreaking(changes);
        long next = read.NextStart ?? read.End ?? from.Next;
        if (read.Entries.Count > 0 && next == from.Next)
            throw new UnreadableResponseException("The oplog's response does not continue after its entries.");
        _reader.MeasureLag(read.Entries);
        return new OplogPage(
            read.Entries, new OplogCheckpoint(next, read.Hash ?? from.DataModelHash), read.HasMore ?? read.Entries.Count > 0)
        { DataModelChanges = changes };
    }

    /// <summary>Reads up to the present end of the oplog. Pages without entries and changes are left out.</summary>
    /// <param name="from">The start; null for the beginning of the oplog.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <inheritdoc cref="ReadPageAsync" path="/exception"/>
    public virtual async IAsyncEnumerable<OplogPage> ReadAsync(
        OplogCheckpoint? from = null, FollowOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        OplogPage page;
        do
        {
            page = await ReadPageAsync(from, options, cancellationToken).ConfigureAwait(false);
            from = page.Checkpoint;
            if (page.Entries.Count > 0 || page.DataModelChanges.Count > 0) yield return page;
        }
        while (page.More);
    }

    /// <summary>
    /// Follows the oplog until it is cancelled: it continues at once as long as there are entries, and waits after a response without
    /// entries. Store the checkpoint of a page after handling its entries.
    /// </summary>
    /// <param name="from">The start; null for the beginning of the oplog.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the following.</param>
    /// <inheritdoc cref="ReadPageAsync" path="/exception"/>
    public virtual async IAsyncEnumerable<OplogPage> FollowAsync(
        OplogCheckpoint? from = null, FollowOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TimeSpan wait = options?.PollInterval is { } asked && asked > ShortestWait ? asked : ShortestWait;
        while (true)
        {
            OplogPage page = await ReadPageAsync(from, options, cancellationToken).ConfigureAwait(false);
            from = page.Checkpoint;
            if (page.Entries.Count > 0 || page.DataModelChanges.Count > 0) yield return page;
            if (page.Entries.Count == 0) await Task.Delay(wait, _context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Follows the oplog until it is cancelled, from the stored checkpoint, which is saved after the handler has returned. After a crash
    /// the handler gets the same page again, so it must accept an entry twice.
    /// </summary>
    /// <param name="store">Stores the checkpoint.</param>
    /// <param name="handler">Handles a page; an exception ends the following, and the page comes again next time.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the following.</param>
    /// <exception cref="FormatException">The store contains something else than a checkpoint.</exception>
    /// <inheritdoc cref="ReadPageAsync" path="/exception"/>
    public virtual async Task FollowAsync(
        ICheckpointStore store,
        Func<OplogPage, CancellationToken, Task> handler,
        FollowOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(handler);
        string? stored = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        OplogCheckpoint? from = stored is null ? null : OplogCheckpoint.Parse(stored);
        await foreach (OplogPage page in FollowAsync(from, options, cancellationToken).ConfigureAwait(false))
        {
            await handler(page, cancellationToken).ConfigureAwait(false);
            // The handler has finished: cancelling now must not make it handle the page again.
            await store.SaveAsync(page.Checkpoint.ToString(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static void CheckCount(int count, string name)
    {
        if (count is < 1 or > OplogReader.MaxEntries)
            throw new ArgumentOutOfRangeException(name, "The oplog returns 1 to 1,000 entries at once.");
    }
}
