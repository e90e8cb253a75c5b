using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>
/// A write that carries files and lost its answer is not sent blindly again: whether it arrived shows by the attachments' ids, and sending hundreds of
/// megabytes twice would leave a second file behind.
/// </summary>
internal static class UploadLookUp
{
    /// <summary>Adds the look-up, when it is known which attachments the uploads take the place of.</summary>
    internal static ApiRequest Add<TModel>(ApiRequest request, TModel model, JsonBody body, ApiRequest get)
        where TModel : class, IModel<TModel>
    {
        var replaced = new List<(string IdName, string OldId)>();
        foreach (BodyUpload upload in body.Uploads)
        {
            int member = upload.Member;
            if (model.State.ReplacedAttachment(member) is not { } oldId) return request;
            replaced.Add((TModel.Info.Members[member].IdName, oldId));
        }
        return request with { LookUp = get, IsDone = response => replaced.TrueForAll(one => HasChanged(response, one.IdName, one.OldId)) };
    }

    private static bool HasChanged(ApiResponse response, string idName, string oldId)
    {
        using JsonDocument document = JsonDocument.Parse(response.Body);
        bool isThere = document.RootElement.TryGetProperty(idName, out JsonElement id) && id.ValueKind == JsonValueKind.String;
        return isThere && id.GetString() != oldId;
    }
}
