using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Hosting;

/// <summary>What is left of an answer after a fault.</summary>
internal static class FaultDelivery
{
    public static ApiDelivery Of(Fault fault, ApiResponse answer, Func<CancellationToken, Task> pauseAsync) => fault.Kind switch
    {
        FaultKind.Reset => new(null),
        FaultKind.Truncate => new(answer, Math.Min(fault.CutAfterBytes, Math.Max(0, answer.Length - 1))),
        FaultKind.Trickle => new(answer, Pace: new DeliveryPace(fault.PieceBytes, pauseAsync)),
        FaultKind.Error => new(ErrorOf(fault) with { Headers = fault.Headers }),
        FaultKind.Answer => new((fault.ContentType is null ? ApiResponse.Empty(fault.StatusCode) : ApiResponse.Text(fault.StatusCode, fault.ContentType, fault.Body)) with { Headers = fault.Headers }),
        _ => new(answer),
    };

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
