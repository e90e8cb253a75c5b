using JourneyApps.Emulator.Faults;

namespace JourneyApps.Emulator.Hosting;

/// <summary>A response and how it is delivered.</summary>
/// <param name="Response">The response; <see langword="null"/> if the connection is cut before it.</param>
internal sealed record ApiDelivery(ApiResponse? Response)
{
    /// <summary>The number of bytes of the body after which the connection is cut; <see langword="null"/> if it is not.</summary>
    public long? CutAfterBytes { get; private init; }

    /// <summary>The size of the pieces in which the body is sent; <see langword="null"/> if it is sent at once.</summary>
    public int? PieceBytes { get; private init; }

    /// <summary>Waits before each piece.</summary>
    public Func<CancellationToken, Task> PauseAsync { get; private init; } = static _ => Task.CompletedTask;

    /// <summary>Applies a fault to a response.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="response">The response of the request; not used by faults that replace it.</param>
    /// <param name="pauseAsync">Waits for the fault's pause.</param>
    public static ApiDelivery Of(Fault fault, ApiResponse response, Func<CancellationToken, Task> pauseAsync) => fault.Kind switch
    {
        FaultKind.None => new(response),
        FaultKind.Operations => new(response),
        FaultKind.Reset => new((ApiResponse?)null),
        FaultKind.Truncate => new(response) { CutAfterBytes = Math.Min(fault.CutAfterBytes, Math.Max(0, response.Length - 1)) },
        FaultKind.Trickle => new(response) { PieceBytes = fault.PieceBytes, PauseAsync = pauseAsync },
        FaultKind.Error => new(ErrorOf(fault) with { Headers = fault.Headers }),
        FaultKind.Response => new(ResponseOf(fault) with { Headers = fault.Headers }),
    };

    private static ApiResponse ResponseOf(Fault fault) => fault.ContentType is null
        ? ApiResponse.Empty(fault.StatusCode)
        : ApiResponse.Text(fault.StatusCode, fault.ContentType, fault.Body);

    private static ApiResponse ErrorOf(Fault fault) => fault.StatusCode switch
    {
        400 => ApiResponse.Error(ApiError.InvalidRequest("Injected fault.")),
        401 => ApiResponse.AccessDenied(),
        404 => ApiResponse.Error(ApiError.ObjectNotFound("object", "injected")),
        422 => ApiResponse.Error(ApiError.InvalidValue("Injected fault.")),
        429 => ApiResponse.Error(ApiError.TooManyRequests),
        500 => ApiResponse.Error(ApiError.Internal),
        _ => ApiResponse.Empty(fault.StatusCode),
    };
}
