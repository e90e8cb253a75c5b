using JourneyApps.Http;
using Microsoft.Extensions.Logging;
using Polly;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>A client's options as they were when it was made, validated.</summary>
internal sealed record ClientSettings
{
    /// <summary>The platform's usual name of the app-user model, for schemas whose application.xml is not known.</summary>
    internal const string UsualAppUserModel = "user";

    internal required Uri BaseAddress { get; init; }
    internal required JourneyCredential Credential { get; init; }
    internal required int MaxAttempts { get; init; }
    internal required TimeSpan ConnectTimeout { get; init; }
    internal required TimeSpan ResponseTimeout { get; init; }
    internal required TimeSpan ReadTimeout { get; init; }
    internal required TimeSpan Deadline { get; init; }
    internal required TimeSpan MaxRetryAfter { get; init; }
    internal required int MaxResponseBytes { get; init; }
    internal required int PageSize { get; init; }
    internal required int MaxConcurrency { get; init; }
    internal required bool ReportUnreadableObjects { get; init; }

    /// <summary>The caller's own pipeline; null for the library's retries.</summary>
    internal required ResiliencePipeline? OwnPipeline { get; init; }

    /// <summary>The library's retries, which are made when the first request fails.</summary>
    internal required Lazy<ResiliencePipeline> Retries { get; init; }

    internal required RequestRateLimit? RateLimit { get; init; }
    internal required string AppUserModel { get; init; }
    internal required string[] AllowedMediaHosts { get; init; }
    internal required HttpMessageHandler? Handler { get; init; }
    internal required Func<HttpClient>? HttpClientProvider { get; init; }
    internal required Func<HttpClient>? MediaHttpClientProvider { get; init; }
    internal required TimeProvider Time { get; init; }
    internal required ILogger Log { get; init; }
}
