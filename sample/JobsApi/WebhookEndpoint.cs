using JourneyApps.Webhooks;
namespace JobsApi;

/// <summary>The endpoint to which the platform posts. A request is parsed only after the signature of its bytes was verified.</summary>
internal static class WebhookEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/journey", ReceiveAsync);
        endpoints.MapGet("/signed", (SignedJobs signed) => signed.All);
    }

    private static async Task<IResult> ReceiveAsync(HttpRequest request, WebhookReader webhooks, SignedJobs signed, CancellationToken cancellationToken)
    {
        try
        {
            JourneyWebhook webhook = await webhooks.ReadAsync(request.Body, request.Headers[WebhookReader.SignatureHeader], cancellationToken);
            bool isNews = webhook is { Event: "job_signed", Object: Job job } && signed.Add(webhook.Sequence, job);
            return TypedResults.Ok(new { noted = isNews });
        }
        catch (WebhookRejectedException rejected)
        {
            return TypedResults.StatusCode(rejected.SuggestedStatus);
        }
    }
}
