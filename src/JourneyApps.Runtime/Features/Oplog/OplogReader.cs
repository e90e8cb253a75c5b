using JourneyApps.Deployments;
using JourneyApps.Http;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>Reads the oplog, with the checks that every reader of it needs: order, gaps and changes of the data model.</summary>
/// <param name="context">The client.</param>
/// <param name="schema">The models that have a class; objects of other models are read as records. Null for those of the client.</param>
internal sealed class OplogReader(ClientContext context, SchemaInfo? schema = null)
{
    /// <summary>The most entries of one request (API page "Oplog API").</summary>
    public const int MaxEntries = 1000;

    private readonly PageLimit _limit = new(MaxEntries);

    /// <summary>The newest entries. Their order is not documented.</summary>
    /// <param name="limit">The most entries.</param>
    /// <param name="models">The models whose objects are needed; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<OplogResponse> TailAsync(int limit, IReadOnlySet<string>? models, CancellationToken cancellationToken)
        => _limit.SendAsync(limit, count => SendAsync(
            FormattableString.Invariant($"oplog.json?tail=true&limit={count}"), "read log's end", models, cancellationToken));

    /// <summary>Entries from a sequence on, including it, in ascending order.</summary>
    /// <param name="start">The sequence.</param>
    /// <param name="limit">The most entries.</param>
    /// <param name="models">The models whose objects are needed; null for all. Entries of other models come without an object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="UnreadableResponseException">They are not in ascending order, or start before the sequence.</exception>
    public async Task<OplogResponse> ReadAsync(
        long start, int limit, IReadOnlySet<string>? models, CancellationToken cancellationToken)
    {
        int asked = 0;
        OplogResponse response = await _limit.SendAsync(limit, count =>
        {
            asked = count;
            string path = FormattableString.Invariant($"oplog.json?start={start}&limit={count}");
            return SendAsync(path, "read log", models, cancellationToken);
        }).ConfigureAwait(false);
        response = response with { IsFull = response.Entries.Count >= asked };
        long last = start - 1;
        foreach (OplogEntry entry in response.Entries)
        {
            if (entry.Sequence <= last)
                throw new UnreadableResponseException(
                    "The sequence numbers of the oplog do not increase, or start before the requested one.");
            last = entry.Sequence;
        }

        if (response.NextStart < start) throw new UnreadableResponseException("The oplog's response continues before the requested start.");
        return response;
    }

    /// <summary>Entries after one that was read before. It is requested again: if it does not come first, entries after it may be missing
    /// as well.</summary>
    /// <param name="last">The entry; null to read from the beginning.</param>
    /// <param name="limit">The most entries, including the known one.</param>
    /// <param name="models">The models whose objects are needed; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<OplogContinuation> ReadAfterAsync(
        OplogMark? last, int limit, IReadOnlySet<string>? models, CancellationToken cancellationToken)
    {
        long start = last?.Sequence ?? 0;
        OplogResponse read = await ReadAsync(start, limit, models, cancellationToken).ConfigureAwait(false);
        OplogMark? first = last is not null && read.Entries is [var known, ..] && known.Sequence == start ? OplogMark.Of(known) : null;
        if (last is not null && first?.IsSame(last) != true) return new OplogContinuation(first, read, []);

        IReadOnlyList<OplogEntry> entries = last is null ? read.Entries : [.. read.Entries.Skip(1)];
        // The newer form may return nothing for a part of the oplog and say where it continues. In the documented form, entries so large
        // that one fills a response leave no room next to the known one.
        while (entries.Count == 0 && (read.HasMore ?? (read.Entries.Count > 0 && read.IsFull)))
        {
            long next = read.NextStart ?? read.End ?? start;
            if (next <= start) throw DoesNotContinue();
            start = next;
            read = await ReadAsync(start, limit, models, cancellationToken).ConfigureAwait(false);
            entries = read.Entries;
        }

        return new OplogContinuation(first, read, entries);
    }

    /// <summary>Compares the client's data model with the deployed one after the identifier of the deployed one has changed.</summary>
    /// <returns>The changes; null when the identifier is the same or not known.</returns>
    public async Task<IReadOnlyList<DataModelChange>?> CompareDataModelAsync(
        string? knownHash, string? hash, CancellationToken cancellationToken)
        => hash is null || hash == knownHash
            ? null
            : await new DeploymentClient(context).CompareDataModelAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Throws if changes of the data model break reading.</summary>
    /// <exception cref="DataModelChangedException">They do.</exception>
    public static void ThrowIfBreaking(IReadOnlyList<DataModelChange> changes, string options = nameof(FollowOptions))
    {
        if (changes.Any(DataModelChangedException.BreaksReading)) throw new DataModelChangedException(changes, options);
    }

    /// <summary>The exception for an oplog that reports more entries but not where they start.</summary>
    public static UnreadableResponseException DoesNotContinue()
        => new("The oplog's response reports more entries but does not continue after those it returned, so reading would never end.");

    /// <summary>Records how long ago the last entry was written.</summary>
    public void MeasureLag(IReadOnlyList<OplogEntry> entries)
    {
        if (entries is [.., { UpdatedAt: { } at }]) JourneyTelemetry.OplogLag(context.Time.GetUtcNow() - at);
    }

    private Task<OplogResponse> SendAsync(
        string path, string operation, IReadOnlySet<string>? models, CancellationToken cancellationToken)
    {
        SchemaInfo known = schema ?? context.Schema;
        return context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, path, operation), response
                => OplogResponse.Read(known, models, response.Body.Span), cancellationToken);
    }
}
