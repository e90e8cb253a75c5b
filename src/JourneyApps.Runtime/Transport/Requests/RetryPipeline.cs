using Polly;
using Polly.Retry;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>The library's retries, by Polly: only transient failures, within the request's attempts and deadline.</summary>
internal static class RetryPipeline
{
    internal static readonly ResiliencePropertyKey<RequestProgress> Progress = new("JourneyApps.Progress");

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    internal static ResiliencePipeline Create(TimeSpan firstDelay, TimeSpan maxRetryAfter, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time, Name = "JourneyApps" };
        builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = firstDelay,
            MaxDelay = LongestDelay,
            ShouldHandle = arguments => new ValueTask<bool>(ShouldRepeat(arguments, maxRetryAfter, time)),
            DelayGenerator = arguments => new ValueTask<TimeSpan?>(Delay(arguments, maxRetryAfter)),
        });
        return builder.Build();
    }

    private static bool ShouldRepeat(RetryPredicateArguments<object> arguments, TimeSpan maxRetryAfter, TimeProvider time)
    {
        if (arguments.Outcome.Exception is not JourneyApiException { IsTransient: true } fault) return false;
        RequestProgress progress = arguments.Context.Properties.GetValue(Progress, null!);
        if (progress.Attempts >= progress.MaxAttempts) return false;
        // A wait beyond the deadline would replace this failure by a less specific one. Without a wait that the server asked for, the
        // deadline itself ends the call, even if its timer is late.
        return Capped(fault, maxRetryAfter) is not { } wait || progress.LatestStart is not { } latest || time.GetUtcNow() + wait < latest;
    }

    private static TimeSpan? Delay(RetryDelayGeneratorArguments<object> arguments, TimeSpan maxRetryAfter)
    {
        var fault = (JourneyApiException?)arguments.Outcome.Exception;
        // The throttle gate makes this request wait, like all others.
        bool waitsAtGate = fault is TooManyRequestsException && arguments.Context.Properties.GetValue(Progress, null!).WaitsAtGate;
        return waitsAtGate ? TimeSpan.Zero : Capped(fault, maxRetryAfter);
    }

    // Zero, or a time in the past, asks for no wait: the usual one applies.
    private static TimeSpan? Capped(JourneyApiException? fault, TimeSpan maxRetryAfter)
        => fault?.RetryAfter is not { } asked || asked <= TimeSpan.Zero ? null : asked < maxRetryAfter ? asked : maxRetryAfter;
}
