using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Oplog;

/// <summary>The oplog (change log) of the deployment: every create, update and delete, in order. Unlike polling by <c>updated_at</c>,
/// reading the oplog does not miss changes and includes deletions.</summary>
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
    private readonly ClientContext _context;
    private readonly OplogReader _reader;

    internal OplogClient(ClientContext context)
    {
        _context = context;
        _reader = new OplogReader(context);
    }

    /// <summary>Creates a client for mocking.</summary>
    protected OplogClient() : this(ClientContext.None) { }

    /// <summary>Returns the newest entries. Their checkpoint is the current end of the oplog; start there to get only new
    /// changes.</summary>
    /// <param name="count">The maximum number of entries, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<OplogPage> TailAsync(int count = 400, CancellationToken cancellationToken = default)
    {
        CheckCount(count, nameof(count));
        OplogResponse read = await _reader.TailAsync(count, null, cancellationToken).ConfigureAwait(false);
        OplogEntry? last = read.Entries.MaxBy(static entry => entry.Sequence);
        var end = new OplogCheckpoint(read.NextStart ?? read.End ?? 0, read.Hash, last is null ? null : OplogMark.Of(last));
        return new OplogPage(read.Entries, end, More: false);
    }

    /// <summary>Returns one page of the oplog. The last entry of the preceding page is requested again: if it is not there, the oplog was
    /// trimmed or the deployment was restored.</summary>
    /// <param name="from">The start position; null for the start of the oplog.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DataModelChangedException">A model or field that the generated code reads was removed or has a different
    /// type.</exception>
    /// <exception cref="OplogGapException">The oplog no longer contains the last entry of the preceding page, so changes may be missing. To
    /// continue without them, start at <see cref="OplogCheckpoint.At"/> with the checkpoint's <see cref="OplogCheckpoint.Next"/>, or at
    /// <see cref="OplogCheckpoint.Start"/>.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<OplogPage> ReadPageAsync(
        OplogCheckpoint? from = null, FollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        from ??= OplogCheckpoint.Start;
        options ??= new FollowOptions();
        CheckCount(options.PageSize, nameof(options));
        (OplogResponse read, IReadOnlyList<OplogEntry> entries) =
            await ReadAfterAsync(from, options.PageSize, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DataModelChange> changes =
            await _reader.CompareDataModelAsync(from.DataModelHash, read.Hash, cancellationToken).ConfigureAwait(false) ?? [];
        if (!options.ContinueOnBreakingDataModelChange) OplogReader.ThrowIfBreaking(changes);
        long next = read.NextStart ?? read.End ?? from.Next;
        bool more = read.HasMore ?? entries.Count > 0;
        if (next <= from.Next && (more || entries.Count > 0)) throw OplogReader.DoesNotContinue();
        _reader.MeasureLag(entries);
        OplogMark? last = entries is [.., var newest] ? OplogMark.Of(newest) : from.Last;
        return new OplogPage(entries, new OplogCheckpoint(next, read.Hash ?? from.DataModelHash, last), more)
        { DataModelChanges = changes };
    }

    /// <summary>Reads to the current end of the oplog. Pages without entries and changes are omitted.</summary>
    /// <param name="from">The start position; null for the start of the oplog.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
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

    /// <summary>Follows the oplog until it is canceled. It reads without a delay while there are entries, and waits after a response
    /// without entries. Store the checkpoint of a page after you have processed its entries.</summary>
    /// <param name="from">The start position; null for the start of the oplog.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <inheritdoc cref="ReadPageAsync" path="/exception"/>
    public virtual async IAsyncEnumerable<OplogPage> FollowAsync(
        OplogCheckpoint? from = null, FollowOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new FollowOptions();
        while (true)
        {
            OplogPage page = await ReadPageAsync(from, options, cancellationToken).ConfigureAwait(false);
            from = page.Checkpoint;
            if (page.Entries.Count > 0 || page.DataModelChanges.Count > 0) yield return page;
            if (page.Entries.Count == 0) await Task.Delay(options.PollInterval, _context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Follows the oplog from the stored checkpoint until it is canceled. The checkpoint is saved after the handler has returned.
    /// After a crash, the handler gets the same page again, so it must be able to process an entry twice.</summary>
    /// <param name="store">Stores the checkpoint.</param>
    /// <param name="handler">Handles a page. If it throws an exception, the call ends, and the next call delivers the same page
    /// again.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="FormatException">The store contains a text that is not a checkpoint. The message names the
    /// store.</exception>
    /// <inheritdoc cref="ReadPageAsync" path="/exception"/>
    public virtual async Task FollowAsync(
        ICheckpointStore store,
        Func<OplogPage, CancellationToken, Task> handler,
        FollowOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(handler);
        try
        {
            string? stored = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
            OplogCheckpoint? from = null;
            if (stored is not null && !OplogCheckpoint.TryParse(stored, out from))
            {
                throw new FormatException(
                    $"What is stored in {store} is not a checkpoint of the oplog. Restore it, or remove it to start at the beginning.");
            }
            await foreach (OplogPage page in FollowAsync(from, options, cancellationToken).ConfigureAwait(false))
            {
                await handler(page, cancellationToken).ConfigureAwait(false);
                // The handler has finished: cancelling now must not make it handle the page again.
                await store.SaveAsync(page.Checkpoint.ToString(), CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            (store as FileCheckpointStore)?.Dispose();
        }
    }

    private async Task<(OplogResponse Response, IReadOnlyList<OplogEntry> Entries)> ReadAfterAsync(
        OplogCheckpoint from, int count, CancellationToken cancellationToken)
    {
        if (from.Last is not { } last)
        {
            OplogResponse read = await _reader.ReadAsync(from.Next, count, null, cancellationToken).ConfigureAwait(false);
            return (read, read.Entries);
        }

        OplogContinuation next = await _reader.ReadAfterAsync(
            last, Math.Min(count + 1, OplogReader.MaxEntries), null, cancellationToken).ConfigureAwait(false);
        return next.First?.IsSame(last) == true
            ? (next.Response, next.Entries)
            : throw new OplogGapException(FormattableString.Invariant(
                $"The oplog no longer contains entry {last.Sequence}, after which reading continues: it was trimmed, or the ")
                + "deployment was restored. Changes may be missing. Load your copy again, or continue at OplogCheckpoint.Start.");
    }

    private static void CheckCount(int count, string name)
    {
        if (count is < 1 or > OplogReader.MaxEntries)
            throw new ArgumentOutOfRangeException(name, "The number of entries must be 1 to 1,000.");
    }
}
