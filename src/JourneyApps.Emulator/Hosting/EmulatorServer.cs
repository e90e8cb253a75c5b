using System.Security.Cryptography;
using System.Text;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Browser;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Endpoints;
using JourneyApps.Emulator.Faults;
using JourneyApps.Emulator.Recording;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Handles requests from sockets and from message handlers. Only a cancelled request ends with an exception.</summary>
internal sealed class EmulatorServer(Deployment deployment, FaultPlan faults) : IDisposable
{
    private const string ApiPrefix = "/api/v4/";

    private static readonly string[] PagePrefixes = ["/oplog/", "/models/", "/assets/"];

    private readonly string _basePath = $"{ApiPrefix}{deployment.Options.DeploymentId}/";
    private readonly RequestGate _gate = new(deployment.Options);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The requests received.</summary>
    public RequestLog Requests { get; } = new(deployment.Options.RecordedRequests);

    /// <summary>Whether it refuses requests.</summary>
    public bool IsStopped => _stopping.IsCancellationRequested;

    /// <summary>Exceptions of the emulator itself; the response had status 500.</summary>
    public List<Exception> InternalErrors { get; } = [];

    /// <summary>The pages at <c>/</c>; <see langword="null"/> if they are not served.</summary>
    public DataBrowser? Browser { get; } = deployment.Options.DataBrowser ? new DataBrowser(deployment) : null;

    public async Task<ApiDelivery> HandleAsync(ApiRequest request)
    {
        request = request with { Body = new CallerStream(request.Body) };
        if (Browser is not null && IsPage(request.Path))
        {
            return new(await RespondAsync(request, () => Browser.HandleAsync(request)).ConfigureAwait(false));
        }

        RouteMatch match = MatchRoute(request);
        if (_gate.Refuse(request, match.Route.Kind == EmulatorRoute.Media) is { } refusal) return new(refusal);
        RequestRecording recording = Requests.Begin(request, Shorten(request.RawTarget), deployment.Options.RecordedBodyBytes);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted, _stopping.Token);
        ApiRequest recorded = request with { Body = recording.Record(request.Body), Aborted = ended.Token };
        TimeProvider time = deployment.Options.TimeProvider;
        long began = time.GetTimestamp();
        ApiDelivery delivery = faults.Take(match.Route.Kind, match.Model) is { } fault
            ? await FailAsync(recorded, match, fault).ConfigureAwait(false)
            : new(await RespondAsync(recorded, () => CallAsync(recorded, match, null)).ConfigureAwait(false));
        recording.StatusCode = delivery.Response?.StatusCode ?? 0;
        // The time in which the emulator worked is part of the latency.
        if (deployment.Options.Latency - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
            await faults.WaitAsync(left, ended.Token).ConfigureAwait(false);
        return delivery;
    }

    /// <summary>Ends the requests that wait.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    private async Task<ApiDelivery> FailAsync(ApiRequest request, RouteMatch match, Fault fault)
    {
        bool applies = fault.AfterApplying || fault.Kind is FaultKind.None or FaultKind.Operations;

        if (!applies) await request.Body.CopyToAsync(Stream.Null, request.Aborted).ConfigureAwait(false);
        if (!fault.AfterApplying) await faults.WaitAsync(fault.Latency, request.Aborted).ConfigureAwait(false);
        ApiResponse response = applies
            ? await RespondAsync(request, () => CallAsync(request, match, fault)).ConfigureAwait(false)
            : ApiResponse.Empty(200);
        if (fault.AfterApplying) await faults.WaitAsync(fault.Latency, request.Aborted).ConfigureAwait(false);
        return ApiDelivery.Of(fault, response, token => PauseAsync(fault.Pause, token));
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        await faults.WaitAsync(pause, ended.Token).ConfigureAwait(false);
    }

    private async Task<ApiResponse> CallAsync(ApiRequest request, RouteMatch match, Fault? fault)
    {
        if (match.Route.Kind == EmulatorRoute.Media || Refuse(request) is not { } refusal)
        {
            return await new ApiCall(deployment, request, match) { Fault = fault }.HandleAsync().ConfigureAwait(false);
        }

        // The body of a refused request is received too, so that tests see what was sent.
        await request.Body.CopyToAsync(Stream.Null, request.Aborted).ConfigureAwait(false);
        return refusal;
    }

    private async Task<ApiResponse> RespondAsync(ApiRequest request, Func<Task<ApiResponse>> respondAsync)
    {
        try
        {
            return await respondAsync().ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            return ApiResponse.Error(exception.Error);
        }
        catch (Exception exception) when (exception is not RequestBodyException && !request.Aborted.IsCancellationRequested)
        {
            lock (InternalErrors) InternalErrors.Add(exception);
            return ApiResponse.Error(ApiError.Internal);
        }
    }

    private static bool IsPage(string path)
        => path is "/" or "/oplog" || PagePrefixes.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));

    private RouteMatch MatchRoute(ApiRequest request)
    {
        if (request.Path.StartsWith(MediaUrls.PathPrefix, StringComparison.Ordinal)) return Routes.MatchMedia();
        return request.Path.StartsWith(_basePath, StringComparison.Ordinal)
            ? Routes.Match(request.Method, request.Path[_basePath.Length..])
            : Routes.MatchNone();
    }

    private ApiResponse? Refuse(ApiRequest request)
    {
        if (!request.Path.StartsWith(_basePath, StringComparison.Ordinal))
        {
            string id = request.Path.StartsWith(ApiPrefix, StringComparison.Ordinal)
                ? request.Path[ApiPrefix.Length..].Split('/')[0]
                : string.Empty;
            ApiError error = id.Length > 0 && id != deployment.Options.DeploymentId
                ? ApiError.AccountNotFound(id)
                : ApiError.Route(request.Method, request.Path);
            return ApiResponse.Error(error);
        }

        if (!IsAuthorized(request.Header("Authorization"))) return ApiResponse.AccessDenied();
        return faults.ExceedsRate() ? ApiResponse.Error(ApiError.TooManyRequests) : null;
    }

    private string Shorten(string target) => target.StartsWith(_basePath, StringComparison.Ordinal) ? target[_basePath.Length..] : target;

    // A named token as Bearer or Token, or HTTP Basic with the deployment's id.
    private bool IsAuthorized(string? authorization)
    {
        if (authorization?.Split(' ', 2) is not [var scheme, var given]) return false;
        string? expected = scheme.ToUpperInvariant() switch
        {
            "BEARER" or "TOKEN" => deployment.Options.Token,
            "BASIC" => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{deployment.Options.DeploymentId}:{deployment.Options.Password}")),
            _ => null,
        };
        return expected is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Trim()), Encoding.UTF8.GetBytes(expected));
    }
}
