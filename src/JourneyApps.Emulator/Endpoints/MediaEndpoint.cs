using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Files, by the signed URLs in objects. No credentials are needed.</summary>
internal static class MediaEndpoint
{
    private const string RedirectedMark = "at";

    public static async Task<ApiResponse> GetAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        string? id = call.Deployment.Media.FindId(request.Path, call.Parameters["sha"]);
        if (id is null || request.Method != "GET") return ApiResponse.Text(404, "text/plain; charset=utf-8", "Not found.\n");
        if (call.Assumptions.RedirectMedia && call.Parameters[RedirectedMark] is null)
        {
            return ApiResponse.Empty(302) with { Headers = [new("Location", $"{request.RawTarget}&{RedirectedMark}=store")] };
        }

        return await call.ReadAsync(session => AttachmentTable.Find(session, id) is { State: StoredAttachment.Uploaded } attachment
            ? new ApiResponse(200, attachment.MediaType, AttachmentTable.Content(session, id)) { Headers = HeadersOf(attachment) }
            : ApiResponse.Text(404, "text/plain; charset=utf-8", "Not found.\n")).ConfigureAwait(false);
    }

    // Files come from app users: a browser must not run anything in them.
    private static KeyValuePair<string, string>[] HeadersOf(StoredAttachment attachment)
    {
        bool isPicture = attachment.MediaType is "image/png" or "image/jpeg" or "image/gif";
        return
        [
            new("X-Content-Type-Options", "nosniff"),
            new("Content-Security-Policy", "sandbox"),
            new("Content-Disposition", $"{(isPicture ? "inline" : "attachment")}; filename=\"{attachment.FileName}\""),
        ];
    }
}
