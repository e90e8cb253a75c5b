using JourneyApps.Emulator.Endpoints;
using JourneyApps.Schema;

namespace JourneyApps.Emulator;

/// <summary>Something that goes wrong with a request: what, for which requests, and how often.</summary>
/// <example><code>
/// emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });          // the next PUT is applied, its answer lost
/// emulator.Faults.Add(Fault.Status(503) with { Route = EmulatorRoute.Batch, Skip = 2, Times = 3 });
/// </code></example>
public sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>The call that it happens to; <see langword="null"/> for every one.</summary>
    public EmulatorRoute? Route { get; init; }

    /// <summary>The model in the URL; <see langword="null"/> for any and none.</summary>
    public string? Model { get; init; }

    /// <summary>How many matching requests go well before.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests it happens to; <see langword="null"/> for all from then on. Default: one.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How likely it is for each matching request, from 0 to 1, by the emulator's seed.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How long the request waits first, on the emulator's clock; <see cref="Timeout.InfiniteTimeSpan"/> until the caller gives up.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether the request is carried out before it goes wrong.</summary>
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

    /// <summary>Another answer than the right one. With <see cref="AfterApplying"/> the request is carried out all the same.</summary>
    /// <param name="statusCode">The status; 2xx with a body of your own is an answer that cannot be read.</param>
    /// <param name="body">The body; <see langword="null"/> for the API's own error of that status, if there is one, else none.</param>
    /// <param name="contentType">The media type of <paramref name="body"/>.</param>
    /// <param name="headers">Further headers, such as <c>Retry-After</c>.</param>
    public static Fault Status(int statusCode, string? body = null, string? contentType = null, params KeyValuePair<string, string>[] headers) => new()
    {
        Kind = body is null ? FaultKind.Error : FaultKind.Answer,
        StatusCode = statusCode,
        Body = body ?? string.Empty,
        ContentType = contentType ?? (body is null ? null : "text/html; charset=utf-8"),
        Headers = headers,
    };

    /// <summary>The answer comes late, but rightly.</summary>
    /// <param name="latency">How late, on the emulator's clock.</param>
    public static Fault Delay(TimeSpan latency) => new() { Kind = FaultKind.None, Latency = latency };

    /// <summary>The request waits until the caller gives up or the emulator stops.</summary>
    public static Fault Hang() => Delay(Timeout.InfiniteTimeSpan);

    /// <summary>The connection is reset after the request was received, before it is carried out.</summary>
    public static Fault ResetBefore() => new() { Kind = FaultKind.Reset };

    /// <summary>The request is carried out, then the connection is reset instead of an answer.</summary>
    public static Fault ResetAfter() => new() { Kind = FaultKind.Reset, AfterApplying = true };

    /// <summary>The request is carried out, and the connection is cut in the middle of the answer's body.</summary>
    /// <param name="afterBytes">How much of the body arrives.</param>
    public static Fault Truncate(long afterBytes) => new() { Kind = FaultKind.Truncate, AfterApplying = true, CutAfterBytes = afterBytes };

    /// <summary>The request is carried out, and the answer's body comes slowly, piece by piece.</summary>
    /// <param name="pause">How long before each piece, on the emulator's clock.</param>
    /// <param name="pieceBytes">How large each piece is.</param>
    public static Fault Trickle(TimeSpan pause, int pieceBytes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceBytes);
        return new() { Kind = FaultKind.Trickle, AfterApplying = true, Pause = pause, PieceBytes = pieceBytes };
    }

    /// <summary>A redirect to another URL.</summary>
    /// <param name="location">The value of <c>Location</c>, absolute or relative.</param>
    /// <param name="statusCode">301, 302, 303, 307 or 308.</param>
    public static Fault Redirect(string location, int statusCode = 302) => new() { Kind = FaultKind.Answer, StatusCode = statusCode, Headers = [new("Location", location)] };

    /// <summary>Operations inside a batch fail, while the batch itself is accepted. They are not carried out.</summary>
    /// <param name="errorType">The error's type, such as <c>INTERNAL_SERVER_ERROR</c> or <c>TOO_MANY_REQUESTS</c>.</param>
    /// <param name="indexes">The positions of the operations, from 0.</param>
    public static Fault FailOperations(string errorType, params int[] indexes) =>
        new() { Kind = FaultKind.Operations, Route = EmulatorRoute.Batch, ErrorType = errorType, Operations = indexes };
}
