using Polly;
using Polly.Retry;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>The library's retries, by Polly: only transient failures, within the request's attempts and deadline.</summary>
internal static class RetryPipeline
{
    internal static readonly ResiliencePropertyKey<RequestProgress> Progress = new("JourneyApps.Progress");

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    internal static ResiliencePipeline Create(TimeSpan firstDelay, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time, Name = "JourneyApps" };
        builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = firstDelay,
            MaxDelay = LongestDelay,
            ShouldHandle = arguments => new ValueTask<bool>(ShouldRepeat(arguments, time)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(Delay(arguments.Outcome.Exception)),
        });
        return builder.Build();
    }

    private static bool ShouldRepeat(RetryPredicateArguments<object> arguments, TimeProvider time)
    {
        if (arguments.Outcome.Exception is not JourneyApiException { IsTransient: true } fault) return false;
        RequestProgress progress = arguments.Context.Properties.GetValue(Progress, null!);
        if (progress.Attempts >= progress.MaxAttempts) return false;
        // A wait beyond the deadline would replace this failure by a less specific one.
        return progress.EndsAt is not { } end || time.GetUtcNow() + (fault.RetryAfter ?? TimeSpan.Zero) < end;
    }

    private static TimeSpan? Delay(Exception? fault) => fault switch
    {
        // The throttle gate makes this request wait, like all others.
        TooManyRequestsException => TimeSpan.Zero,
        JourneyApiException { RetryAfter: { } asked } => asked,
        _ => null,
    };
}
