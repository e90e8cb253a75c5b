using System.Text.Json;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>Deletes single objects.</summary>
internal static class ObjectDeleter
{
    internal static async Task<bool> DeleteAsync(ApiTransport transport, string model, string id, RequestOptions? options, CancellationToken cancellationToken)
    {
        ApiRequest request = ObjectRequests.Delete(model, id, options);
        RequestProgress progress = transport.NewProgress(request);
        try
        {
            return await transport.SendAsync(request, Deleted, cancellationToken, progress).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            // Gone after an attempt whose answer was lost: that attempt deleted it.
            return progress.HadUnknown;
        }
    }

    // The API answers with an empty body. A page of a gateway or a login is no deletion, whatever its status.
    private static bool Deleted(ApiResponse response)
        => response.Body.IsEmpty || response.CallsItselfJson ? true : throw new JsonException("A delete is answered with nothing, or with JSON.");
}
