using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>The options as they were when the client was made, checked.</summary>
internal sealed record ClientSettings
{
    internal required Uri BaseAddress { get; init; }
    internal required JourneyCredential Credential { get; init; }
    internal required int MaxAttempts { get; init; }
    internal required TimeSpan ResponseTimeout { get; init; }
    internal required TimeSpan ReadTimeout { get; init; }
    internal required TimeSpan Deadline { get; init; }
    internal required int MaxResponseBytes { get; init; }
    internal required int PageSize { get; init; }
    internal required UnreadableObjectHandling UnreadableObjectHandling { get; init; }
    internal required ResiliencePipeline Pipeline { get; init; }
    internal required RequestRateLimit? RateLimit { get; init; }
    internal required string AppUserModel { get; init; }
    internal required string[] AllowedMediaHosts { get; init; }
    internal required TimeProvider Time { get; init; }
    internal required ILogger Log { get; init; }

    /// <summary>Checks and copies.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    internal static ClientSettings From(JourneyAppOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Uri address = JourneyBaseAddress.Normalize(options.BaseAddress);
        JourneyCredential credential = options.Credential
            ?? throw new ArgumentException("The options need a Credential, such as JourneyCredential.NamedToken(…).", nameof(options));
        Require(options.MaxAttempts >= 1, "MaxAttempts must be at least 1.");
        Require(options.PageSize is >= 1 and <= 1000, "PageSize must be 1 to 1,000.");
        Require(options.MaxResponseBytes is >= 64 * 1024 and <= 1 << 30, "MaxResponseBytes must be 64 KiB to 1 GiB.");
        Require(options.RetryDelay >= TimeSpan.Zero && options.RetryDelay <= TimeSpan.FromSeconds(30), "RetryDelay must be 0 to 30 s.");
        Require(IsLimit(options.ConnectTimeout) && IsLimit(options.ResponseTimeout) && IsLimit(options.ReadTimeout) && IsLimit(options.Deadline),
            "Time limits must be above zero, or Timeout.InfiniteTimeSpan.");
        Require(options.RateLimit is not { RequestsPerSecond: not > 0 } and not { Burst: < 1 }, "RateLimit needs a rate above 0 and a burst of at least 1.");

        TimeProvider time = options.TimeProvider ?? TimeProvider.System;
        return new ClientSettings
        {
            BaseAddress = address,
            Credential = credential,
            MaxAttempts = options.MaxAttempts,
            ResponseTimeout = options.ResponseTimeout,
            ReadTimeout = options.ReadTimeout,
            Deadline = options.Deadline,
            MaxResponseBytes = options.MaxResponseBytes,
            PageSize = options.PageSize,
            UnreadableObjectHandling = options.UnreadableObjectHandling,
            Pipeline = options.ResiliencePipeline ?? RetryPipeline.Create(options.RetryDelay, time),
            RateLimit = options.RateLimit,
            AppUserModel = options.AppUserModel ?? Objects.Single.WipeCheck.UsualModel,
            AllowedMediaHosts = [.. options.AllowedMediaHosts],
            Time = time,
            Log = options.LoggerFactory?.CreateLogger("JourneyApps") ?? NullLogger.Instance,
        };

        static void Require(bool holds, string otherwise)
        {
            if (!holds) throw new ArgumentException(otherwise, nameof(options));
        }

        static bool IsLimit(TimeSpan limit) => limit > TimeSpan.Zero || limit == Timeout.InfiniteTimeSpan;
    }
}
