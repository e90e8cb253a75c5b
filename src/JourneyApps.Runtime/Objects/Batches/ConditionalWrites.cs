using System.Runtime.ExceptionServices;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>Writes of one object that depend on whether it exists. A create that never overwrites is possible in a batch only.</summary>
internal static class ConditionalWrites
{
    /// <summary>How often a create-or-update starts again because others created or deleted the object.</summary>
    internal const int MaxRounds = 3;

    /// <returns>False when the object existed: it then has the server's values, and the caller's own as changes.</returns>
    internal static async Task<bool> CreateIfMissingAsync<T>(ObjectCalls<T> calls, T item, CancellationToken cancellationToken)
        where T : class
    {
        if (!calls.Codec.IsNew(item)) throw new InvalidOperationException($"{item} already exists.");
        using var chunk = new BatchChunk(stopOnError: false);
        chunk.Add(new ObjectOperation<T>(BatchMethod.CreateIfMissing, calls.Codec, item), 0);
        var options = new BatchOptions { ReadBack = true, Request = calls.Options };
        SentChunk sent = await BatchSender.SendAsync(calls.Context, chunk, options, cancellationToken).ConfigureAwait(false);
        BatchResult result = sent.Results[0];
        if (result.IsDone) return result.Status == BatchStatus.Applied;
        if (sent.WasCanceled)
        {
            throw new JourneyCanceledException("Creating an object was cancelled.", null, cancellationToken)
            { Outcome = result.Status == BatchStatus.Unknown ? WriteOutcome.Unknown : WriteOutcome.NotApplied };
        }
        if (result.Exception is { } fault) ExceptionDispatchInfo.Throw(fault);
        throw ResponseErrors.FromOperation($"create-if-missing of {calls.Model}", result.Error);
    }

    /// <returns><see cref="BatchStatus.Created"/>, <see cref="BatchStatus.Updated"/> or <see cref="BatchStatus.Unchanged"/>.</returns>
    /// <exception cref="ObjectChangedException">Others kept creating and deleting the object.</exception>
    internal static async Task<BatchStatus> CreateOrUpdateAsync<T>(ObjectCalls<T> calls, T item, CancellationToken cancellationToken)
        where T : class
    {
        ObjectCodec<T> codec = calls.Codec;
        bool mayCreate = codec.UpdatedAtOf(item) is null;
        WriteScope own = codec.KnownOf(item);
        for (int round = 1; ; round++)
        {
            if (mayCreate && await calls.FindAsync(codec.IdOf(item), null, cancellationToken).ConfigureAwait(false) is { } server)
            {
                codec.Rebase(item, server, own);
            }
            else if (mayCreate)
            {
                if (!codec.IsNew(item)) codec.Renew(item, own);
                if (await CreateIfMissingAsync(calls, item, cancellationToken).ConfigureAwait(false)) return BatchStatus.Created;
            }
            if (!codec.HasChanges(item)) return BatchStatus.Unchanged;
            try
            {
                await calls.UpdateAsync(item, cancellationToken).ConfigureAwait(false);
                return BatchStatus.Updated;
            }
            catch (ObjectNotFoundException) when (mayCreate)
            {
                if (round == MaxRounds) throw KeepsChanging(item);
            }
        }
    }

    internal static ObjectChangedException KeepsChanging(object? item)
        => new($"{item} was created or deleted by another client before each of {MaxRounds} attempts to write it.");
}
