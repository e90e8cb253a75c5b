using JourneyApps.Http;

namespace JourneyApps.Objects;

/// <summary>Deletes single objects.</summary>
internal static class ObjectDeleter
{
    internal static async Task<bool> DeleteAsync(ApiTransport transport, string model, string id, RequestOptions? options, CancellationToken cancellationToken)
    {
        ApiRequest request = ObjectRequests.Delete(model, id, options);
        RequestProgress progress = transport.NewProgress(request);
        try
        {
            return await transport.SendAsync(request, static _ => true, cancellationToken, progress).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            // Gone after an attempt whose answer was lost: that attempt deleted it.
            return progress.HadUnknown;
        }
    }
}
