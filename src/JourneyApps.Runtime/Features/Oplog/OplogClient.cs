using System.Runtime.CompilerServices;
using JourneyApps.CompilerServices;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Oplog;

/// <summary>
/// The deployment's change log: every create, update and delete, in order. Unlike polling by <c>updated_at</c> it loses nothing and shows deletions.
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

    internal OplogClient(ClientContext context) => _context = context;

    /// <summary>A log without a client, to be mocked.</summary>
    protected OplogClient() => _context = ClientContext.None;

    /// <summary>The newest entries. Their checkpoint is the log's present end: follow from there to see only what happens from now on.</summary>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual async Task<OplogPage> TailAsync(int count = 400, CancellationToken cancellationToken = default)
    {
        CheckCount(count, nameof(count));
        OplogAnswer read = await SendAsync(OplogRequests.Tail(count), cancellationToken).ConfigureAwait(false);
        long next = read.NextStart ?? (read.Entries.Count > 0 ? After(read.Entries) : 0);
        return new OplogPage(read.Entries, new OplogCheckpoint(next, read.Hash), More: false);
    }

    /// <summary>One page of the log.</summary>
    /// <param name="from">Where to begin; null for the beginning of the log.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="DataModelChangedException">The deployment's data model lost or retyped something that this code reads.</exception>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual async Task<OplogPage> ReadPageAsync(OplogCheckpoint? from = null, FollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        from ??= OplogCheckpoint.Start;
        options ??= new FollowOptions();
        CheckCount(options.PageSize, nameof(options));
        OplogAnswer read = await SendAsync(OplogRequests.From(from.Next, options.PageSize), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DataModelDifference> changes = await CompareAsync(from, read, options, cancellationToken).ConfigureAwait(false);
        long next = read.NextStart ?? (read.Entries.Count > 0 ? After(read.Entries) : from.Next);
        if (next < from.Next || (read.Entries.Count > 0 && next == from.Next))
            throw new UnreadableResponseException("The change log failed: the server's answer does not go on from where it was asked to begin.");
        MeasureLag(read);
        return new OplogPage(read.Entries, new OplogCheckpoint(next, read.Hash ?? from.DataModelHash), read.HasMore ?? read.Entries.Count > 0)
        { DataModelChanges = changes };
    }

    /// <summary>Reads up to the log's present end, and ends there. Only pages with something in them are handed out.</summary>
    /// <param name="from">Where to begin; null for the beginning of the log.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
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
    /// Follows the log until cancelled: goes on at once while there was anything, and waits after an empty answer. Store a page's checkpoint when its
    /// entries are dealt with.
    /// </summary>
    /// <param name="from">Where to begin; null for the beginning of the log.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the following.</param>
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
            if (page.Entries.Count == 0) await Task.Delay(wait, _context.Transport.Settings.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Follows the log until cancelled, from the stored checkpoint, which is saved after the handler has returned: what a crash interrupts is handed
    /// over again, so the handler must take an entry twice.
    /// </summary>
    /// <param name="store">Keeps the checkpoint.</param>
    /// <param name="handler">Deals with a page; what it throws ends the following, and the page comes again next time.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the following.</param>
    /// <exception cref="FormatException">The store holds something that is no checkpoint.</exception>
    /// <inheritdoc cref="ReadPageAsync" path="/exception"/>
    public virtual async Task FollowAsync(
        ICheckpointStore store, Func<OplogPage, CancellationToken, Task> handler, FollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(handler);
        string? stored = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        OplogCheckpoint? from = stored is null ? null : OplogCheckpoint.Parse(stored);
        await foreach (OplogPage page in FollowAsync(from, options, cancellationToken).ConfigureAwait(false))
        {
            await handler(page, cancellationToken).ConfigureAwait(false);
            // The handler is through: cancelling now must not make it do the page again.
            await store.SaveAsync(page.Checkpoint.ToString(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static void CheckCount(int count, string name)
    {
        if (count is < 1 or > 1000) throw new ArgumentOutOfRangeException(name, "The change log gives 1 to 1,000 entries at once.");
    }

    private Task<OplogAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        SchemaInfo schema = _context.Schema;
        return _context.Transport.SendAsync(request, response => OplogAnswer.Read(schema, response.Body.Span), cancellationToken);
    }

    // A sequence is below 2 to the 63rd, so there may be none after it.
    private static long After(IReadOnlyList<OplogEntry> entries)
    {
        long last = entries.Max(static entry => entry.Sequence);
        return last == long.MaxValue ? last : last + 1;
    }

    private async Task<IReadOnlyList<DataModelDifference>> CompareAsync(
        OplogCheckpoint from, OplogAnswer read, FollowOptions options, CancellationToken cancellationToken)
    {
        if (read.Hash is null || read.Hash == from.DataModelHash) return [];
        IReadOnlyList<DataModelDifference> changes = await new DeploymentClient(_context.Transport, _context.Schema).CompareDataModelAsync(cancellationToken).ConfigureAwait(false);
        return options.ContinueOnBreakingDataModelChange || !changes.Any(static change => change.IsBreaking) ? changes : throw new DataModelChangedException(changes);
    }

    private void MeasureLag(OplogAnswer read)
    {
        if (read.Entries is [.., { UpdatedAt: { } at }]) JourneyTelemetry.OplogLag(_context.Transport.Settings.Time.GetUtcNow() - at);
    }
}
