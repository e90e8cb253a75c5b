using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using JourneyApps.Internal.Transport.Attempts;
using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Maps what <see cref="HttpClient"/> throws to exceptions.</summary>
internal static class ConnectionErrors
{
    /// <summary>The exception for a failure before the headers of the response arrived.</summary>
    internal static JourneyApiException BeforeResponse(
        ApiRequest request, Uri address, Exception fault, BodyContent? content, AttemptClock clock)
    {
        if (content?.SourceFault is { } source)
        {
            ErrorDetails unread = new(WriteOutcome.Unknown, Kind: ApiErrorKind.Connection);
            return new JourneyApiException($"{request.Name} failed: {source.Message}", unread, source.InnerException);
        }

        if (fault is HttpRequestException { InnerException: AuthenticationException untrusted })
        {
            return new JourneyApiException(
                $"{request.Name} failed: no secure connection to {address.Authority} was established, so nothing was sent. "
                + $"{untrusted.Message.TrimEnd('.')}. Check the address, and whether this machine trusts the issuer of the certificate.",
                new ErrorDetails(Kind: ApiErrorKind.Connection),
                fault);
        }

        bool neverSent = IsNeverSent(fault) || content is { Started: false };
        WriteOutcome outcome = neverSent ? WriteOutcome.NotApplied : WriteOutcome.Unknown;
        // Other exceptions come from a handler of the program, and a fault in its code would only repeat.
        bool isPassing = fault is not (InvalidOperationException or NotSupportedException or ArgumentException or FormatException);
        ErrorDetails details = new(outcome, isPassing && MayRepeat(request, outcome, content));
        return TimedOut(request, fault, clock, details) ?? new JourneyApiException(
            neverSent
                ? $"{request.Name} failed: {address.Authority} could not be reached ({Reason(fault)}). Check the address and the network."
                : isPassing ? $"{request.Name} failed: the connection was lost before the response ({Reason(fault)})."
                : $"{request.Name} failed: the HTTP client or a handler in it threw {fault.GetType().Name}.",
            details with { Kind = ApiErrorKind.Connection },
            fault);
    }

    /// <summary>The exception for a call of a disposed client.</summary>
    internal static JourneyApiException Disposed(ApiRequest request, Exception fault, bool wasSent)
        => new(
            $"{request.Name} failed: the client was disposed. Keep one client per deployment as long as the program runs.",
            new ErrorDetails(wasSent ? WriteOutcome.Unknown : WriteOutcome.NotApplied, Kind: ApiErrorKind.ClientDisposed),
            fault);

    /// <summary>The exception for a provider of HTTP clients that throws: nothing was sent.</summary>
    internal static JourneyApiException NoClient(ApiRequest request, Exception fault)
        => new(
            $"{request.Name} failed: JourneyAppOptions.HttpClientProvider threw {fault.GetType().Name}, so nothing was sent.",
            new ErrorDetails(WriteOutcome.NotApplied, Kind: ApiErrorKind.Connection),
            fault);

    /// <summary>The exception for a failure while the body of a success was read.</summary>
    internal static JourneyApiException InResponse(
        ApiRequest request, Exception fault, string? mediaType, BodyContent? content, AttemptClock clock)
    {
        ErrorDetails details = AfterSuccess(request, ApiResponse.IsJsonMediaType(mediaType), content);
        if (fault is BodyTooLargeException)
            return new UnreadableResponseException($"{request.Name} failed: {fault.Message}", details with { IsTransient = false })
            { IsTooLarge = true };
        return TimedOut(request, fault, clock, details)
            ?? (JourneyApiException)new UnreadableResponseException(
                $"{request.Name} failed: the response is incomplete ({Reason(fault)}).", details, fault);
    }

    /// <summary>The exception for a success whose body is not what the API promises.</summary>
    internal static UnreadableResponseException Unreadable(ApiRequest request, Exception fault, ApiResponse response, BodyContent? content)
    {
        ReadOnlySpan<byte> start = response.Body.Span[..Math.Min(response.Body.Length, BodyReader.ErrorBytes)];
        ErrorDetails details = AfterSuccess(request, response.IsJson, content) with
        {
            StatusCode = response.Status,
            RawBody = start.IsEmpty ? null : Encoding.UTF8.GetString(start),
        };
        return new UnreadableResponseException(
            $"{request.Name} failed: the server returned a success status, but its body is not valid JSON of the API.", details, fault);
    }

    // A body that is not JSON comes from a gateway or a login page, not from the API: it does not show that a write was applied.
    private static ErrorDetails AfterSuccess(ApiRequest request, bool isJson, BodyContent? content)
        => request.SuccessMeansApplied && isJson
            ? new ErrorDetails(WriteOutcome.Applied)
            : new ErrorDetails(WriteOutcome.Unknown, MayRepeat(request, WriteOutcome.Unknown, content));

    private static bool MayRepeat(ApiRequest request, WriteOutcome outcome, BodyContent? content)
        => (request.Repeat == RepeatRule.Always || outcome == WriteOutcome.NotApplied)
            && (request.Body is null || request.Body.CanReopen || content is { Started: false });

    /// <summary>The exception for a time limit; null when the failure is another.</summary>
    private static JourneyTimeoutException? TimedOut(ApiRequest request, Exception fault, AttemptClock clock, ErrorDetails details)
    {
        if (fault is not OperationCanceledException || (!clock.Expired && fault.InnerException is not TimeoutException)) return null;

        TimeoutKind limit = clock.Expired ? clock.Kind : IsConnectTimeout(fault) ? TimeoutKind.Connect : TimeoutKind.HttpClient;
        string which = limit switch
        {
            TimeoutKind.Connect => "no connection within JourneyAppOptions.ConnectTimeout",
            TimeoutKind.Response => "no response within JourneyAppOptions.ResponseTimeout",
            TimeoutKind.Read => "the response stalled for longer than JourneyAppOptions.ReadTimeout",
            TimeoutKind.Deadline => "not completed within the deadline",
            _ => "the timeout of the injected HttpClient elapsed",
        };
        return new JourneyTimeoutException($"{request.Name} failed: {which}.", details, fault) { Limit = limit };
    }

    // Name resolution, connecting, TLS and proxy tunnels precede the first byte of the request.
    private static bool IsNeverSent(Exception fault) => fault switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => true,
        HttpRequestException
        {
            InnerException: SocketException
            {
                SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
            }
        } => true,
        _ => IsConnectTimeout(fault),
    };

    // The handler's limit and HttpClient's timeout have the same exception types; only the inner message tells them apart.
    private static bool IsConnectTimeout(Exception fault)
        => fault is OperationCanceledException { InnerException: TimeoutException inner }
            && inner.Message.Contains("ConnectTimeout", StringComparison.Ordinal);

    private static string Reason(Exception fault) => fault switch
    {
        { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } named => named.HttpRequestError.ToString(),
        _ => fault.GetType().Name,
    };
}
