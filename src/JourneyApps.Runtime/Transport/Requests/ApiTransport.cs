using System.Diagnostics;
using System.Net;
using JourneyApps.Http;
using JourneyApps.Internal.Transport.Attempts;
using JourneyApps.Internal.Transport.Errors;
using Polly;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Sends requests. Credentials, retries, limits and errors are handled above <see cref="HttpClient"/> with a new message per
/// attempt, so that an injected client behaves exactly like our own.</summary>
internal sealed class ApiTransport(ClientSettings settings, HttpClient? injected = null) : IDisposable
{
    private readonly HttpClients _clients = new(settings, injected);
    private readonly ThrottleGate _gate = new(settings.Time);
    private readonly RequestBudget? _budget = settings.RateLimit is { } limit ? new RequestBudget(limit, settings.Time) : null;

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
        TimeSpan deadline = progress.EndsAt is { } end ? end - settings.Time.GetUtcNow() : Timeout.InfiniteTimeSpan;
        using var expired = new CancellationTokenSource(
            deadline < TimeSpan.Zero && progress.EndsAt is not null ? TimeSpan.Zero : deadline, settings.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expired.Token);
        using Activity? activity = JourneyTelemetry.Start(request.Name, request.Operation, request.Model);
        long started = settings.Time.GetTimestamp();
        ResilienceContext context = ResilienceContextPool.Shared.Get(linked.Token);
        context.Properties.Set(RetryPipeline.Progress, progress);
        try
        {
            return await settings.Pipeline.ExecuteAsync(
                static (attempt, state)
                    => state.Transport.AttemptAsync(state.Request, state.Read, state.Progress, attempt.CancellationToken),
                context,
                (Transport: this, Request: request, Read: read, Progress: progress)).ConfigureAwait(false);
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
            ResilienceContextPool.Shared.Return(context);
            JourneyTelemetry.Done(request.Operation, request.Model, settings.Time.GetElapsedTime(started), progress.Attempts);
        }
    }

    /// <summary>The limits of a request: attempts and time.</summary>
    internal RequestProgress NewProgress(ApiRequest request)
    {
        TimeSpan deadline = request.Options?.Deadline
            ?? (request.IsTransfer || request.Body is { IsUpload: true } ? Timeout.InfiniteTimeSpan : settings.Deadline);
        return new RequestProgress
        {
            MaxAttempts = Math.Max(1, request.Options?.MaxAttempts ?? settings.MaxAttempts),
            EndsAt = deadline == Timeout.InfiniteTimeSpan ? null : settings.Time.GetUtcNow() + deadline,
        };
    }

    private static JourneyTimeoutException DeadlinePassed(ApiRequest request, RequestProgress progress, Exception canceled)
    {
        WriteOutcome outcome = progress.HadUnknown || progress.UnderWay ? WriteOutcome.Unknown : WriteOutcome.NotApplied;
        string why = progress.LastFailure is { } last ? $" The last attempt: {last.Message}" : "";
        ErrorDetails details = new(outcome, Error: progress.LastFailure?.Error, StatusCode: progress.LastFailure?.StatusCode);
        return new JourneyTimeoutException(
            $"{request.Name} failed: not done within the deadline.{why}", details, progress.LastFailure ?? canceled)
        { Limit = TimeoutKind.Deadline };
    }

    private async ValueTask<T> AttemptAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, RequestProgress progress, CancellationToken cancellationToken)
    {
        if (progress.LastFailure is { } last)
            HttpLog.Repeating(settings.Log, request.Operation, request.Model, progress.Attempts + 1, last);
        progress.Attempts++;
        long entered = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        if (_budget is not null) await _budget.TakeAsync(cancellationToken).ConfigureAwait(false);
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
            _gate.Passed(entered);
            return result;
        }
        catch (JourneyApiException fault)
        {
            if (fault is TooManyRequestsException)
            {
                _gate.Close(entered, fault.RetryAfter);
                JourneyTelemetry.Throttled();
            }
            progress.LastFailure = fault;
            progress.HadUnknown |= fault.Outcome == WriteOutcome.Unknown;
            throw;
        }
    }

    // A write with an unknown outcome is not just repeated, because others can have edited what it created.
    private async Task<T> LookUpAndSendAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, RequestProgress progress, CancellationToken cancellationToken)
    {
        if (request.LookUp is { } lookUp && (progress.HadUnknown || request.LookUpAtOnce))
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
        HttpResponseMessage httpResponse;
        progress.UnderWay = true;
        try
        {
            httpResponse = await _clients.Api().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, clock.Token)
                .ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // Cancelled before the first byte of a body: nothing can have been applied.
            progress.UnderWay = content is not { Started: false };
            cancellationToken.ThrowIfCancellationRequested();
            progress.UnderWay = false;
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
                string? body = await BodyReader.ReadErrorAsync(httpResponse.Content, clock, cancellationToken).ConfigureAwait(false);
                progress.UnderWay = false;
                throw ResponseErrors.From(request, httpResponse, body, settings.Time);
            }
            return await ReadResponseAsync(request, read, httpResponse, content, clock, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> ReadResponseAsync<T>(
        ApiRequest request, Func<ApiResponse, T> read, HttpResponseMessage httpResponse, BodyContent? content,
        AttemptClock clock, RequestProgress progress, CancellationToken cancellationToken)
    {
        byte[] buffer;
        int length;
        try
        {
            (buffer, length) = await BodyReader.ReadAsync(httpResponse.Content, settings.MaxResponseBytes, clock).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.UnderWay = false;
            throw ConnectionErrors.InResponse(request, fault, httpResponse.Content.Headers.ContentType?.MediaType, content, clock);
        }

        progress.UnderWay = false;
        using var response = new ApiResponse(
            httpResponse.StatusCode, httpResponse.Headers, httpResponse.Content.Headers.ContentType?.MediaType, buffer, length);
        request.Options?.OnResponse?.Invoke(new RawResponse(response.Status, response.Headers, response.Body));
        try
        {
            return read(response);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            // Invalid UTF-8 and out-of-range numbers surface as the latter three; all of them are malformed responses.
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
        + "The API does not redirect; switch AllowAutoRedirect off.",
        new ErrorDetails(WriteOutcome.Unknown, Kind: ApiErrorKind.Redirect));
}
