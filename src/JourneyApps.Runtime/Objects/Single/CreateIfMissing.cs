using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>Creates one object unless its id is taken: a batch of one, because only there a create under a chosen id does not overwrite.</summary>
internal static class CreateIfMissing
{
    internal static async Task<bool> RunAsync<TModel>(ApiTransport transport, TModel model, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        using var chunk = new BatchChunk(stopOnError: false);
        chunk.Add(BatchOperation.CreateIfMissing(model), 0);
        var batch = new BatchOptions { ReadBack = true, Request = options };
        SentChunk sent = await BatchSender.SendAsync(transport, chunk, batch, cancellationToken).ConfigureAwait(false);
        BatchResult result = sent.Results[0];
        if (result.IsDone) return result.Status == BatchStatus.Applied;
        if (sent.WasCanceled)
        {
            throw new JourneyCanceledException("Creating an object was cancelled.", null, cancellationToken)
            { Outcome = result.Status == BatchStatus.Unknown ? WriteOutcome.Unknown : WriteOutcome.NotApplied };
        }
        if (result.Exception is { } fault) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        throw ResponseErrors.FromOperation($"create-if-missing of {TModel.Info.Name}", result.Error);
    }
}
