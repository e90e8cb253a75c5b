using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Browser;
using JourneyApps.Emulator.Endpoints;
using JourneyApps.Emulator.Http;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Takes requests, whatever brought them, and answers them. No request ends in an exception but one that was cancelled.</summary>
internal sealed class EmulatorServer(Deployment deployment, FaultPlan faults) : IDisposable
{
    private const string ApiPrefix = "/api/v4/";

    private readonly string _basePath = $"{ApiPrefix}{deployment.Options.DeploymentId}/";
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The requests received.</summary>
    public RequestLog Requests { get; } = new(deployment.Options.RecordedRequests);

    /// <summary>Whether it takes no requests any more.</summary>
    public bool IsStopped => _stopping.IsCancellationRequested;

    /// <summary>Faults of the emulator itself, each answered with a 500. Tests look here.</summary>
    public List<Exception> InternalErrors { get; } = [];

    /// <summary>The pages at <c>/</c>; <see langword="null"/> when they are not served.</summary>
    public DataBrowser? Browser { get; } = deployment.Options.DataBrowser ? new DataBrowser(deployment) : null;

    public async Task<ApiDelivery> HandleAsync(ApiRequest request)
    {
        if (Browser is not null && IsPage(request.Path)) return new(await AnswerAsync(request, () => Browser.HandleAsync(request)).ConfigureAwait(false));

        Route route = RouteOf(request);
        RequestRecording recording = Requests.Begin(request, Shorten(request.RawTarget), deployment.Options.RecordedBodyBytes);
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted, _stopping.Token);
        ApiRequest recorded = request.With(new RecordingStream(request.Body, recording), ended.Token);
        Fault? fault = faults.Take(route.Kind, route.Model);
        ApiDelivery delivery = fault is null ? new(await AnswerAsync(recorded, () => CallAsync(recorded, route, null)).ConfigureAwait(false)) : await FailAsync(recorded, route, fault).ConfigureAwait(false);
        recording.StatusCode = delivery.Response?.StatusCode ?? 0;
        return delivery;
    }

    /// <summary>Ends the requests that wait.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    private async Task<ApiDelivery> FailAsync(ApiRequest request, Route route, Fault fault)
    {
        bool applies = fault.AfterApplying || fault.Kind is FaultKind.None or FaultKind.Operations;

        if (!applies) await request.Body.CopyToAsync(Stream.Null, request.Aborted).ConfigureAwait(false);
        if (!fault.AfterApplying) await faults.WaitAsync(fault.Latency, request.Aborted).ConfigureAwait(false);
        ApiResponse answer = applies ? await AnswerAsync(request, () => CallAsync(request, route, fault)).ConfigureAwait(false) : ApiResponse.Empty(200);
        if (fault.AfterApplying) await faults.WaitAsync(fault.Latency, request.Aborted).ConfigureAwait(false);
        return FaultDelivery.Of(fault, answer, token => PauseAsync(fault.Pause, token));
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        await faults.WaitAsync(pause, ended.Token).ConfigureAwait(false);
    }

    private async Task<ApiResponse> CallAsync(ApiRequest request, Route route, Fault? fault)
    {
        if (route.Kind == EmulatorRoute.Media || Refuse(request) is not { } refusal)
        {
            return await Dispatcher.CallAsync(new ApiCall(deployment, request, route) { Fault = fault }).ConfigureAwait(false);
        }

        // What is refused was received all the same, so that tests see what was sent.
        await request.Body.CopyToAsync(Stream.Null, request.Aborted).ConfigureAwait(false);
        return refusal;
    }

    private async Task<ApiResponse> AnswerAsync(ApiRequest request, Func<Task<ApiResponse>> answer)
    {
        try
        {
            return await answer().ConfigureAwait(false);
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

    private static bool IsPage(string path) =>
        path is "/" or "/log" || path.StartsWith("/log/", StringComparison.Ordinal) || path.StartsWith("/models/", StringComparison.Ordinal) || path.StartsWith("/assets/", StringComparison.Ordinal);

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

        if (!deployment.Credentials.Accept(request.Header("Authorization"))) return ApiResponse.AccessDenied();
        return faults.ExceedsRate() ? ApiResponse.Error(ApiError.TooManyRequests) : null;
    }

    private string Shorten(string target) => target.StartsWith(_basePath, StringComparison.Ordinal) ? target[_basePath.Length..] : target;
}
