using JourneyApps.Deployments;
using JourneyApps.Http;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>Reads the oplog, with the checks that every reader of it needs: order, gaps and changes of the data model.</summary>
/// <param name="context">The client.</param>
/// <param name="models">The models whose objects and changes are needed; null for all. Entries of other models come without an
/// object.</param>
internal sealed class OplogReader(ClientContext context, IReadOnlySet<string>? models = null)
{
    /// <summary>The most entries of one request (API page "Oplog API").</summary>
    public const int MaxEntries = 1000;

    private readonly PageLimit _limit = new(MaxEntries);

    /// <summary>The newest entries. Their order is not documented.</summary>
    public Task<OplogResponse> TailAsync(int limit, CancellationToken cancellationToken)
        => _limit.SendAsync(limit, count => SendAsync(
            FormattableString.Invariant($"oplog.json?tail=true&limit={count}"), "read log's end", cancellationToken));

    /// <summary>Entries from a sequence on, including it, in ascending order.</summary>
    /// <exception cref="UnreadableResponseException">They are not in ascending order, or start before the sequence.</exception>
    public async Task<OplogResponse> ReadAsync(long start, int limit, CancellationToken cancellationToken)
    {
        OplogResponse response = await _limit.SendAsync(limit, count => SendAsync(
            FormattableString.Invariant($"oplog.json?start={start}&limit={count}"), "read log", cancellationToken)).ConfigureAwait(false);
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

    /// <summary>
    /// Entries after one that was read before. It is requested again: if it does not come first, entries after it may be missing as well.
    /// </summary>
    /// <param name="last">The sequence of the entry; null to read from the beginning.</param>
    /// <param name="limit">The most entries, including the known one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new entries; null when the oplog has a gap.</returns>
    public async Task<OplogResponse?> ReadAfterAsync(long? last, int limit, CancellationToken cancellationToken)
    {
        long start = last ?? 0;
        OplogResponse first = await ReadAsync(start, limit, cancellationToken).ConfigureAwait(false);
        if (last is not null && (first.Entries.Count == 0 || first.Entries[0].Sequence != last)) return null;

        OplogResponse read = first;
        IReadOnlyList<OplogEntry> entries = [.. first.Entries.Skip(last is null ? 0 : 1)];
        // The newer form may return nothing for a part of the oplog and say where it continues. In the documented form, entries so large
        // that one fills a response leave no room next to the known one.
        while (entries.Count == 0 && (read.HasMore ?? (read.Entries.Count > 0 && read.Entries.Count >= _limit.Current)))
        {
            long next = read.NextStart ?? read.End ?? start;
            if (next <= start) throw DoesNotContinue();
            start = next;
            read = await ReadAsync(start, limit, cancellationToken).ConfigureAwait(false);
            entries = read.Entries;
        }

        return first with { Entries = entries };
    }

    /// <summary>Compares the client's data model with the deployed one after the identifier of the deployed one has changed.</summary>
    /// <returns>The changes of the needed models; null when the identifier is the same or not known.</returns>
    public async Task<IReadOnlyList<DataModelChange>?> CompareDataModelAsync(
        string? knownHash, string? hash, CancellationToken cancellationToken)
    {
        if (hash is null || hash == knownHash) return null;
        IReadOnlyList<DataModelChange> changes =
            await new DeploymentClient(context).CompareDataModelAsync(cancellationToken).ConfigureAwait(false);
        return models is null ? changes : [.. changes.Where(change => change.Model is { } model && models.Contains(model))];
    }

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

    private Task<OplogResponse> SendAsync(string path, string operation, CancellationToken cancellationToken)
    {
        SchemaInfo schema = context.Schema;
        return context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, path, operation), response
                => OplogResponse.Read(schema, models, response.Body.Span), cancellationToken);
    }
}
