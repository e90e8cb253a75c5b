using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Endpoints;
using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Takes requests, whatever brought them, and answers them. No request ends in an exception but one that was cancelled.</summary>
internal sealed class EmulatorServer(Deployment deployment)
{
    private const string ApiPrefix = "/api/v4/";

    private readonly string _basePath = $"{ApiPrefix}{deployment.Options.DeploymentId}/";

    /// <summary>The requests received.</summary>
    public RequestLog Requests { get; } = new(deployment.Options.RecordedRequests);

    /// <summary>Faults of the emulator itself, each answered with a 500. Tests look here.</summary>
    public List<Exception> InternalErrors { get; } = [];

    public async Task<ApiDelivery> HandleAsync(ApiRequest request)
    {
        Route route = RouteOf(request);
        RequestRecording recording = Requests.Begin(request, Shorten(request.RawTarget), deployment.Options.RecordedBodyBytes);
        ApiRequest recorded = new()
        {
            Method = request.Method,
            Path = request.Path,
            RawTarget = request.RawTarget,
            QueryString = request.QueryString,
            Headers = request.Headers,
            Body = new RecordingStream(request.Body, recording),
            Aborted = request.Aborted,
        };
        ApiResponse response = await AnswerAsync(recorded, route).ConfigureAwait(false);
        recording.StatusCode = response.StatusCode;
        return new ApiDelivery(response);
    }

    private async Task<ApiResponse> AnswerAsync(ApiRequest request, Route route)
    {
        try
        {
            if (route.Kind != EmulatorRoute.Media && Refuse(request) is { } refusal) return refusal;
            return await Dispatcher.CallAsync(new ApiCall(deployment, request, route)).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            return ApiResponse.Error(exception.Error);
        }
        catch (Exception exception) when (!request.Aborted.IsCancellationRequested)
        {
            lock (InternalErrors) InternalErrors.Add(exception);
            return ApiResponse.Error(ApiError.Internal);
        }
    }

    private Route RouteOf(ApiRequest request)
    {
        if (request.Path.StartsWith(MediaUrls.PathPrefix, StringComparison.Ordinal)) return new(EmulatorRoute.Media, string.Empty, string.Empty);
        return request.Path.StartsWith(_basePath, StringComparison.Ordinal) ? Router.Match(request.Method, request.Path[_basePath.Length..]) : Route.None;
    }

    private ApiResponse? Refuse(ApiRequest request)
    {
        if (!request.Path.StartsWith(_basePath, StringComparison.Ordinal))
        {
            string id = request.Path.StartsWith(ApiPrefix, StringComparison.Ordinal) ? request.Path[ApiPrefix.Length..].Split('/')[0] : string.Empty;
            ApiError error = id.Length > 0 && id != deployment.Options.DeploymentId ? ApiError.AccountNotFound(id) : ApiError.Route(request.Method, request.Path);
            return ApiResponse.Error(error);
        }

        return deployment.Credentials.Accept(request.Header("Authorization")) ? null : ApiResponse.AccessDenied();
    }

    private string Shorten(string target) => target.StartsWith(_basePath, StringComparison.Ordinal) ? target[_basePath.Length..] : target;
}
