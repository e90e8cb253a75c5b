using Microsoft.Extensions.Logging;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Log lines of requests: names, statuses and counts; never URLs, values or details.</summary>
internal static partial class HttpLog
{
    internal static void Repeating(ILogger logger, string operation, string? model, int attempt, JourneyApiException last)
    {
        string fault = last.ShortName;
        Repeating(logger, operation, model, attempt, fault);
    }

    internal static void Failed(ILogger logger, string operation, string? model, JourneyApiException fault, int attempts)
    {
        string name = fault.ShortName;
        Failed(logger, operation, model, name, (int?)fault.StatusCode, fault.Type, attempts);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "JourneyApps {Operation} {Model}: attempt {Attempt} after {Fault}")]
    private static partial void Repeating(ILogger logger, string operation, string? model, int attempt, string? fault);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Warning,
        Message = "JourneyApps {Operation} {Model} failed with {Fault} (status {Status}, type {Type}) after {Attempts} attempts")]
    private static partial void Failed(
        ILogger logger, string operation, string? model, string fault, int? status, string? type, int attempts);
}
