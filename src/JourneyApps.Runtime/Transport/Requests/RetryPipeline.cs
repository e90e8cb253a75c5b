using System.Runtime.ExceptionServices;
using Polly;
using Polly.Retry;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>The library's retries, by Polly: only transient failures, within the request's attempts and deadline.</summary>
internal static class RetryPipeline
{
    private static readonly ResiliencePropertyKey<RequestProgress> Progress = new("JourneyApps.Progress");

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>The library's retries.</summary>
    internal static Lazy<ResiliencePipeline> Create(TimeSpan firstDelay, TimeSpan maxRetryAfter, TimeProvider time)
        => new(() => Build(firstDelay, maxRetryAfter, time));

    /// <summary>Runs attempts until one succeeds, fails permanently, or no more are allowed. The library's own retries begin when the first
    /// attempt has failed: programs whose requests succeed do not load Polly, which takes a tenth of the time of a small program.</summary>
    /// <param name="settings">The client's settings.</param>
    /// <param name="progress">What is known about the attempts.</param>
    /// <param name="attempt">Sends the request once.</param>
    /// <param name="cancellationToken">Ends every wait.</param>
    internal static async Task<T> RunAsync<T>(
        ClientSettings settings, RequestProgress progress, Func<CancellationToken, ValueTask<T>> attempt,
        CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? failed = null;
        if (settings.OwnPipeline is null)
        {
            try
            {
                return await attempt(cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyApiException fault) when (fault.IsTransient)
            {
                failed = ExceptionDispatchInfo.Capture(fault);
            }
        }
        return await RepeatAsync(settings, progress, attempt, failed, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T> RepeatAsync<T>(
        ClientSettings settings, RequestProgress progress, Func<CancellationToken, ValueTask<T>> attempt, ExceptionDispatchInfo? failed,
        CancellationToken cancellationToken)
    {
        ResiliencePipeline pipeline = settings.OwnPipeline ?? settings.Retries.Value;
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Progress, progress);
        try
        {
            return await pipeline.ExecuteAsync(
                run =>
                {
                    // The pipeline sees the attempt that failed before it.
                    Interlocked.Exchange(ref failed, null)?.Throw();
                    return attempt(run.CancellationToken);
                },
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Build(TimeSpan firstDelay, TimeSpan maxRetryAfter, TimeProvider time)
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
