using JourneyApps.Emulator.Faults;

namespace JourneyApps.Emulator;

/// <summary>A fault to inject: what goes wrong, for which requests, and how often.</summary>
/// <example><code>
/// emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });          // the next PUT is applied, its response lost
/// emulator.Faults.Add(Fault.Status(503) with { Route = EmulatorRoute.Batch, Skip = 2, Times = 3 });
/// </code></example>
public sealed record Fault
{
    private Fault() { }

    /// <summary>The call that it happens to; <see langword="null"/> for every call.</summary>
    public EmulatorRoute? Route { get; init; }

    /// <summary>The model in the URL; <see langword="null"/> for requests with any model or without one.</summary>
    public string? Model { get; init; }

    /// <summary>The number of matching requests that succeed first.</summary>
    public int Skip { get; init; }

    /// <summary>The number of requests that it happens to; <see langword="null"/> for all further ones. Default: 1.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The probability for each matching request, from 0 to 1, drawn from the emulator's seed. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The wait before the request, on the emulator's clock; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether the request is carried out before the fault.</summary>
    public bool AfterApplying { get; init; }

    internal FaultKind Kind { get; private init; }

    internal int StatusCode { get; private init; }

    internal string Body { get; private init; } = string.Empty;

    internal string? ContentType { get; private init; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    internal long CutAfterBytes { get; private init; }

    internal int PieceBytes { get; private init; }

    internal TimeSpan Pause { get; private init; }

    internal string ErrorType { get; private init; } = string.Empty;

    internal IReadOnlyList<int> Operations { get; private init; } = [];

    /// <summary>A response instead of the real one. With <see cref="AfterApplying"/> the request is still carried out.</summary>
    /// <param name="statusCode">The status; with 2xx and your own body, the response is unreadable.</param>
    /// <param name="body">The body; <see langword="null"/> for the API's error of that status, or for no body if there is none.</param>
    /// <param name="contentType">The media type of <paramref name="body"/>.</param>
    /// <param name="headers">Further headers, such as <c>Retry-After</c>.</param>
    public static Fault Status(
        int statusCode, string? body = null, string? contentType = null, params KeyValuePair<string, string>[] headers) => new()
        {
            Kind = body is null ? FaultKind.Error : FaultKind.Response,
            StatusCode = statusCode,
            Body = body ?? string.Empty,
            ContentType = contentType ?? (body is null ? null : "text/html; charset=utf-8"),
            Headers = headers,
        };

    /// <summary>A delayed, correct response.</summary>
    /// <param name="latency">The delay, on the emulator's clock.</param>
    public static Fault Delay(TimeSpan latency) => new() { Kind = FaultKind.None, Latency = latency };

    /// <summary>The request waits until the caller gives up or the emulator stops.</summary>
    public static Fault Hang() => Delay(Timeout.InfiniteTimeSpan);

    /// <summary>The connection is reset after the request was received, before it is carried out.</summary>
    public static Fault ResetBefore() => new() { Kind = FaultKind.Reset };

    /// <summary>The request is carried out, then the connection is reset instead of a response.</summary>
    public static Fault ResetAfter() => new() { Kind = FaultKind.Reset, AfterApplying = true };

    /// <summary>The request is carried out, and the connection is cut in the middle of the response body.</summary>
    /// <param name="afterBytes">The number of bytes that arrive.</param>
    public static Fault Truncate(long afterBytes) => new() { Kind = FaultKind.Truncate, AfterApplying = true, CutAfterBytes = afterBytes };

    /// <summary>The request is carried out, and the response body arrives slowly, piece by piece.</summary>
    /// <param name="pause">The pause before each piece, on the emulator's clock.</param>
    /// <param name="pieceBytes">The size of each piece in bytes.</param>
    public static Fault Trickle(TimeSpan pause, int pieceBytes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceBytes);
        return new() { Kind = FaultKind.Trickle, AfterApplying = true, Pause = pause, PieceBytes = pieceBytes };
    }

    /// <summary>A redirect to another URL.</summary>
    /// <param name="location">The value of <c>Location</c>, absolute or relative.</param>
    /// <param name="statusCode">301, 302, 303, 307 or 308.</param>
    public static Fault Redirect(string location, int statusCode = 302)
        => new() { Kind = FaultKind.Response, StatusCode = statusCode, Headers = [new("Location", location)] };

    /// <summary>Operations of an accepted batch fail. They are not carried out.</summary>
    /// <param name="errorType">The error's type, such as <c>INTERNAL_SERVER_ERROR</c> or <c>TOO_MANY_REQUESTS</c>.</param>
    /// <param name="indexes">The positions of the operations, from 0.</param>
    public static Fault FailOperations(string errorType, params int[] indexes)
        => new() { Kind = FaultKind.Operations, Route = EmulatorRoute.Batch, ErrorType = errorType, Operations = indexes };
}
