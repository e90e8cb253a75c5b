using System.Net.Sockets;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Bodies;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Transport.Errors;

/// <summary>Turns what <see cref="HttpClient"/> throws into the exception that says what happened and what is known.</summary>
internal static class ConnectionFaults
{
    /// <summary>The exception for a fault before the headers of the answer were there.</summary>
    internal static JourneyApiException BeforeAnswer(ApiRequest request, Uri address, Exception fault, BodyContent? content, AttemptClock clock)
    {
        if (content?.SourceFault is { } source)
        {
            return new JourneyConnectionException($"{request.Name} failed: {source.Message}", source.InnerException)
            { Outcome = WriteOutcome.Unknown, IsTransient = false };
        }
        bool neverSent = IsNeverSent(fault) || content is { Started: false };
        WriteOutcome outcome = neverSent ? WriteOutcome.NotApplied : WriteOutcome.Unknown;
        bool transient = MayRepeat(request, outcome, content);
        return fault switch
        {
            OperationCanceledException when clock.Expired => TimedOut(request, clock.Kind, fault, outcome, transient),
            OperationCanceledException { InnerException: TimeoutException } => TimedOut(
                request, IsConnectTimeout(fault) ? TimeoutKind.Connect : TimeoutKind.HttpClient, fault, outcome, transient),
            _ when neverSent => new JourneyConnectionException(
                $"{request.Name} failed: {address.Authority} could not be reached ({Reason(fault)}). Check the address and the network.", fault)
            { Outcome = outcome, IsTransient = transient },
            _ => new JourneyConnectionException($"{request.Name} failed: the connection broke before the answer ({Reason(fault)}).", fault)
            { Outcome = outcome, IsTransient = transient },
        };
    }

    /// <summary>The exception for a fault while the body of a success was read. What does not call itself JSON is not the API speaking, here as below.</summary>
    internal static JourneyApiException InAnswer(ApiRequest request, Exception fault, string? mediaType, BodyContent? content, AttemptClock clock)
    {
        bool meansApplied = request.SuccessMeansApplied && ApiResponse.IsJson(mediaType);
        WriteOutcome outcome = meansApplied ? WriteOutcome.Applied : WriteOutcome.Unknown;
        bool transient = !meansApplied && MayRepeat(request, outcome, content);
        return fault switch
        {
            BodyTooLargeException => new UnreadableResponseException($"{request.Name} failed: {fault.Message}") { Outcome = outcome },
            OperationCanceledException when clock.Expired => TimedOut(request, clock.Kind, fault, outcome, transient),
            OperationCanceledException { InnerException: TimeoutException } => TimedOut(request, TimeoutKind.HttpClient, fault, outcome, transient),
            _ => new UnreadableResponseException($"{request.Name} failed: the answer broke off ({Reason(fault)}).", fault)
            { Outcome = outcome, IsTransient = transient },
        };
    }

    /// <summary>
    /// The exception for a success whose body is not what the API promises. One that does not even call itself JSON is not the API speaking (a gateway,
    /// a login page), so it says nothing about a write.
    /// </summary>
    internal static UnreadableResponseException Unreadable(ApiRequest request, Exception fault, ApiResponse response, BodyContent? content)
    {
        bool meansApplied = request.SuccessMeansApplied && response.CallsItselfJson;
        WriteOutcome outcome = meansApplied ? WriteOutcome.Applied : WriteOutcome.Unknown;
        ReadOnlySpan<byte> start = response.Body.Span[..Math.Min(response.Body.Length, BodyReader.ErrorBytes)];
        return new UnreadableResponseException($"{request.Name} failed: the server answered with a success whose body is not the JSON that the API promises.", fault)
        {
            Outcome = outcome,
            StatusCode = response.Status,
            RawBody = start.IsEmpty ? null : System.Text.Encoding.UTF8.GetString(start),
            IsTransient = !meansApplied && MayRepeat(request, outcome, content),
        };
    }

    private static bool MayRepeat(ApiRequest request, WriteOutcome outcome, BodyContent? content)
        => (request.Repeat == RepeatRule.Always || outcome == WriteOutcome.NotApplied)
            && (request.Body is null || request.Body.CanReopen || content is { Started: false });

    private static JourneyTimeoutException TimedOut(ApiRequest request, TimeoutKind limit, Exception fault, WriteOutcome outcome, bool transient)
    {
        string which = limit switch
        {
            TimeoutKind.Connect => "no connection within JourneyAppOptions.ConnectTimeout",
            TimeoutKind.Response => "no answer within JourneyAppOptions.ResponseTimeout",
            TimeoutKind.Read => "the answer stalled for longer than JourneyAppOptions.ReadTimeout",
            TimeoutKind.Deadline => "not done within the deadline",
            _ => "the injected HttpClient's own time-out ran out",
        };
        return new JourneyTimeoutException($"{request.Name} failed: {which}.", fault) { Limit = limit, Outcome = outcome, IsTransient = transient };
    }

    // Name resolution, connecting, TLS and proxy tunnels come before the first byte of the request.
    private static bool IsNeverSent(Exception fault) => fault switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => true,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain } } => true,
        _ => IsConnectTimeout(fault),
    };

    // The handler's limit and HttpClient's own come as the same types; only the text of the inner one tells which it was.
    private static bool IsConnectTimeout(Exception fault)
        => fault is OperationCanceledException { InnerException: TimeoutException inner } && inner.Message.Contains("ConnectTimeout", StringComparison.Ordinal);

    private static string Reason(Exception fault) => fault switch
    {
        { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } named => named.HttpRequestError.ToString(),
        _ => fault.GetType().Name,
    };
}
