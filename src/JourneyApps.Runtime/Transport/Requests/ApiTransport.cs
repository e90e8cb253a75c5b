using System.Diagnostics;
using System.Globalization;
using System.Net;
using JourneyApps.Http;
using JourneyApps.Internal.Transport.Attempts;
using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Sends requests. Credentials, retries, limits and errors are handled above <see cref="HttpClient"/> with a new message per
/// attempt, so that an injected client behaves exactly like our own.</summary>
internal sealed class ApiTransport(ClientSettings settings, HttpClient? injected = null) : IDisposable
{
    private readonly HttpClients _clients = new(settings, injected);
    private readonly RequestThrottle _throttle = SharedThrottles.Get(settings.BaseAddress, settings.RateLimit, settings.Time);

    internal ClientSettings Settings => settings;

    internal HttpClients Clients => _clients;

    public void Dispose() => _clients.Dispose();

    /// <summary>Sends a request until it succeeds, fails permanently, or runs out of attempts or time.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Makes the result from the response's body, which is valid during the call only. A <see cref="JsonException"/>
    /// means a malformed response.</param>
    /// <param name="cancellationToken">Ends every wait.</param>
    /// <param name="progress">Receives what is known about the attempts; optional.</param>
    internal async Task<T> SendAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, CancellationToken cancellationToken, RequestProgress? progress = null)
    {
        progress ??= NewProgress(request);
        using CancellationTokenSource expired = Expiry(progress);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expired.Token);
        using Activity? activity = JourneyTelemetry.Start(request.Name, request.Operation, request.Model);
        long started = settings.Time.GetTimestamp();
        try
        {
            return await RetryPipeline.RunAsync(
                settings, progress, attempt => AttemptAsync(request, read, progress, attempt), linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, "canceled");
            if (!request.IsWrite) throw;
            throw new JourneyCanceledException($"{request.Name} was cancelled.", canceled, cancellationToken)
            { Outcome = progress.HadUnknown || progress.UnderWay ? WriteOutcome.Unknown : WriteOutcome.NotApplied };
        }
        catch (OperationCanceledException canceled) when (expired.IsCancellationRequested)
        {
            JourneyTimeoutException fault = DeadlinePassed(request, progress, canceled);
            JourneyTelemetry.Failed(activity, fault);
            throw fault;
        }
        catch (JourneyApiException fault)
        {
            if (progress.HadUnknown && fault.Outcome == WriteOutcome.NotApplied) fault.MarkUnknown();
            if (request.MayBeMissing && fault is ObjectNotFoundException) throw;
            JourneyTelemetry.Failed(activity, fault);
            HttpLog.Failed(settings.Log, request.Operation, request.Model, fault, progress.Attempts);
            throw;
        }
        finally
        {
            JourneyTelemetry.Done(request.Operation, request.Model, settings.Time.GetElapsedTime(started), progress.Attempts);
        }
    }

    /// <summary>The limits of a request: attempts and time.</summary>
    internal RequestProgress NewProgress(ApiRequest request)
    {
        TimeSpan deadline = request.Options?.Deadline
            ?? (request.IsTransfer || request.Body is { IsUpload: true } ? Timeout.InfiniteTimeSpan : settings.Deadline);
        DateTimeOffset? end = deadline == Timeout.InfiniteTimeSpan ? null : settings.Time.GetUtcNow() + deadline;
        return new RequestProgress
        {
            MaxAttempts = request.Options?.MaxAttempts ?? settings.MaxAttempts,
            EndsAt = end,
            LatestStart = end - (deadline / 10),
            WaitsAtGate = !request.IsTransfer,
        };
    }

    /// <summary>A source that is cancelled when the deadline ends.</summary>
    internal CancellationTokenSource Expiry(RequestProgress progress)
    {
        TimeSpan left = progress.EndsAt - settings.Time.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        return new CancellationTokenSource(left < TimeSpan.Zero && progress.EndsAt is not null ? TimeSpan.Zero : left, settings.Time);
    }

    /// <summary>The exception for a call that did not end within its deadline.</summary>
    internal static JourneyTimeoutException DeadlinePassed(ApiRequest request, RequestProgress progress, Exception canceled)
    {
        WriteOutcome outcome = progress.HadUnknown || progress.UnderWay ? WriteOutcome.Unknown : WriteOutcome.NotApplied;
        string why = progress.LastFailure is { } last ? $" The last attempt: {last.Message}" : "";
        ErrorDetails details = new(outcome, Error: progress.LastFailure?.Error, StatusCode: progress.LastFailure?.StatusCode);
        return new JourneyTimeoutException(
            $"{request.Name} failed: not completed within the deadline.{why}", details, progress.LastFailure ?? canceled)
        { Limit = TimeoutKind.Deadline };
    }

    private async ValueTask<T> AttemptAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, RequestProgress progress, CancellationToken cancellationToken)
    {
        if (!_throttle.TryEnter(out long entered, out _))
        {
            entered = await _throttle.EnterAsync(progress.LatestStart, cancellationToken).ConfigureAwait(false)
                ?? throw WaitsTooLong(request, progress.LastFailure);
        }
        if (progress.LastFailure is { } last)
            HttpLog.Repeating(settings.Log, request.Operation, request.Model, progress.Attempts + 1, last);
        progress.Attempts++;
        progress.Header = await settings.Credential.GetHeaderAsync(null, cancellationToken).ConfigureAwait(false);
        try
        {
            T result;
            try
            {
                result = await LookUpAndSendAsync(request, read, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthenticationFailedException) when (settings.Credential.CanRefresh && request.Body is not { CanReopen: false })
            {
                progress.Header = await settings.Credential.GetHeaderAsync(progress.Header, cancellationToken).ConfigureAwait(false);
                result = await LookUpAndSendAsync(request, read, progress, cancellationToken).ConfigureAwait(false);
            }
            _throttle.Passed(entered);
            return result;
        }
        catch (JourneyApiException fault)
        {
            if (fault is TooManyRequestsException)
            {
                _throttle.Close(entered, fault.RetryAfter, settings.MaxRetryAfter);
                JourneyTelemetry.Throttled();
            }
            progress.LastFailure = fault;
            progress.HadUnknown |= fault.Outcome == WriteOutcome.Unknown;
            throw;
        }
    }

    // The client waits after a 429, or for its rate limit, for longer than this call can.
    private TooManyRequestsException WaitsTooLong(ApiRequest request, JourneyApiException? last)
    {
        TimeSpan wait = _throttle.ClosedFor;
        bool isRefused = wait > TimeSpan.Zero || last is TooManyRequestsException;
        if (!isRefused) wait = _throttle.BucketWait;
        string what = last is TooManyRequestsException ? last.Message
            : isRefused ? $"{request.Name} was not sent: the server responded to an earlier request with 429, too many requests."
            : $"{request.Name} was not sent: the requests before it use up the RateLimit of the client.";
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"{what} The client waits for {Math.Ceiling(wait.TotalSeconds)} s, and the deadline of this call does not allow that.");
        ErrorDetails details = new(
            IsTransient: true, Error: last?.Error ?? new ApiError(ApiError.TooManyRequests), StatusCode: HttpStatusCode.TooManyRequests,
            RawBody: last?.RawBody, RetryAfter: last?.RetryAfter > wait ? last.RetryAfter : wait);
        return new TooManyRequestsException(message, details, last);
    }

    // A write with an unknown outcome is not just repeated, because others can have edited what it created.
    private Task<T> LookUpAndSendAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, RequestProgress progress, CancellationToken cancellationToken)
        => request.LookUp is { } lookUp && (progress.HadUnknown || request.LookUpAtOnce)
            ? SendUnlessFoundAsync(request, lookUp, read, progress, cancellationToken)
            : SendOnceAsync(request, read, progress, cancellationToken);

    private async Task<T> SendUnlessFoundAsync<T>(
        ApiRequest request, ApiRequest lookUp, Func<ApiResponse, T> read, RequestProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            Func<ApiResponse, bool>? isDone = request.IsDone;
            (bool done, T? found) = await SendOnceAsync(
                lookUp,
                response => isDone?.Invoke(response) ?? true ? (true, read(response)) : (false, default(T)),
                progress,
                cancellationToken).ConfigureAwait(false);
            progress.WasFound = done;
            if (done) return found!;
        }
        catch (ObjectNotFoundException)
        {
            // It does not exist, so it is written now.
        }
        return await SendOnceAsync(request, read, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> SendOnceAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, RequestProgress progress, CancellationToken cancellationToken)
    {
        using var clock = new AttemptClock(TimeoutKind.Response, settings.ResponseTimeout, settings.Time, cancellationToken);
        var address = new Uri(settings.BaseAddress, request.Path);
        using HttpRequestMessage message = CreateMessage(request, address, clock, progress);
        var content = (BodyContent?)message.Content;
        HttpClient client = OpenClient(request);
        HttpResponseMessage httpResponse;
        progress.UnderWay = true;
        try
        {
            httpResponse = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, clock.Token)
                .ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not JourneyApiException)
        {
            // Cancelled before the first byte of a body: nothing can have been applied.
            progress.UnderWay = content is not { Started: false };
            cancellationToken.ThrowIfCancellationRequested();
            bool wasSent = progress.UnderWay && fault is not ObjectDisposedException;
            progress.UnderWay = false;
            if (_clients.IsDisposed) throw ConnectionErrors.Disposed(request, fault, wasSent);
            throw ConnectionErrors.BeforeResponse(request, address, fault, content, clock);
        }

        using (httpResponse)
        {
            clock.Enter(TimeoutKind.Read, settings.ReadTimeout);
            bool success = httpResponse.IsSuccessStatusCode
                || (httpResponse.StatusCode == HttpStatusCode.NotModified && request.IfNoneMatch is not null);
            if (message.RequestUri != address) throw RedirectFollowed(request, message.RequestUri);
            if (!success)
            {
                throw await ErrorAsync(request, httpResponse, clock, progress, cancellationToken).ConfigureAwait(false);
            }
            return await ReadResponseAsync(request, read, httpResponse, content, clock, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    private HttpClient OpenClient(ApiRequest request)
    {
        try
        {
            return _clients.Api();
        }
        catch (Exception fault) when (fault is not JourneyApiException)
        {
            throw _clients.IsDisposed
                ? ConnectionErrors.Disposed(request, fault, wasSent: false)
                : ConnectionErrors.NoClient(request, fault);
        }
    }

    private async Task<JourneyApiException> ErrorAsync(
        ApiRequest request, HttpResponseMessage httpResponse, AttemptClock clock, RequestProgress progress,
        CancellationToken cancellationToken)
    {
        // These have no body: after a 101 the connection speaks another protocol, and reading from it would wait.
        (string? body, bool isWhole) = httpResponse.StatusCode is HttpStatusCode.SwitchingProtocols or HttpStatusCode.NotModified
            ? (null, true)
            : await BodyReader.ReadErrorAsync(httpResponse.Content, clock, cancellationToken).ConfigureAwait(false);
        progress.UnderWay = false;
        return ResponseErrors.From(request, httpResponse, body, isWhole, settings.Time);
    }

    private async Task<T> ReadResponseAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, HttpResponseMessage httpResponse, BodyContent? content,
        AttemptClock clock, RequestProgress progress, CancellationToken cancellationToken)
    {
        RentedBody body;
        try
        {
            body = await BodyReader.ReadAsync(httpResponse.Content, settings.MaxResponseBytes, clock).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.UnderWay = false;
            throw ConnectionErrors.InResponse(request, fault, httpResponse.Content.Headers.ContentType?.MediaType, content, clock);
        }

        progress.UnderWay = false;
        using var response = new ApiResponse(
            httpResponse.StatusCode, httpResponse.Headers, httpResponse.Content.Headers.ContentType?.MediaType, body.Buffer, body.Length);
        request.Options?.OnResponse?.Invoke(new RawResponse(response.Status, response.Headers, response.Body));
        try
        {
            return read(response);
        }
        catch (Exception fault) when (fault is not (JourneyApiException or OutOfMemoryException))
        {
            // Malformed JSON, invalid UTF-8, numbers out of range: for any exception of reading, the response is malformed.
            throw ConnectionErrors.Unreadable(request, fault, response, content);
        }
        catch (JourneyApiException fault) when (request.SuccessMeansApplied)
        {
            // The response has a value that its field cannot represent; the write was applied.
            fault.MarkApplied();
            throw;
        }
    }

    private static HttpRequestMessage CreateMessage(ApiRequest request, Uri address, AttemptClock clock, RequestProgress progress)
    {
        var message = new HttpRequestMessage(request.Method, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            Content = request.Body is { } body ? new BodyContent(body, clock) : null,
        };
        message.Headers.Authorization = progress.Header;
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.IfNoneMatch is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return message;
    }

    // The injected client has followed a redirect, so the response does not belong to this request.
    private static JourneyApiException RedirectFollowed(ApiRequest request, Uri? target) => new(
        $"{request.Name} failed: the injected HttpClient followed a redirect to the host {target?.Host}. "
        + "The API does not use redirects; set AllowAutoRedirect to false.",
        new ErrorDetails(WriteOutcome.Unknown, Kind: ApiErrorKind.Redirect));
}
