using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>What a mirror asks of the change log.</summary>
internal sealed class MirrorLog(ClientContext context)
{
    /// <summary>The end of the log: the highest sequence, or null when there is none, and the data model's hash.</summary>
    public async Task<(long? Last, string? Hash)> EndAsync(CancellationToken cancellationToken)
    {
        // The order within a tail is not documented, so the highest is looked for.
        OplogAnswer answer = await context.Transport.SendAsync(OplogRequests.Tail(OplogRequests.MostEntries), Read, cancellationToken).ConfigureAwait(false);
        return (answer.Entries.Count == 0 ? null : answer.Entries.Max(static entry => entry.Sequence), answer.Hash);
    }

    /// <summary>Entries from a sequence on, that one included, in rising order.</summary>
    /// <exception cref="UnreadableResponseException">They are not in rising order.</exception>
    public async Task<OplogAnswer> ReadAsync(long start, int limit, CancellationToken cancellationToken)
    {
        OplogAnswer answer = await context.Transport.SendAsync(OplogRequests.From(start, limit), Read, cancellationToken).ConfigureAwait(false);
        long last = start - 1;
        foreach (OplogEntry entry in answer.Entries)
        {
            if (entry.Sequence <= last) throw new UnreadableResponseException("The change log's sequences do not rise, or begin before what was asked for.");
            last = entry.Sequence;
        }
        return answer;
    }

    private OplogAnswer Read(ApiResponse response) => OplogAnswer.Read(context.Schema, response.Body.Span);
}
