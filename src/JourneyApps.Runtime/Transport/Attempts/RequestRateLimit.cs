namespace JourneyApps.Http;

/// <summary>A rate limit that the client applies to its own requests to avoid 429 responses. According to the platform's support, a
/// deployment allows about 20 requests per second and bursts of 1,200, shared by all of its callers.</summary>
/// <param name="RequestsPerSecond">The sustained rate, 0.001 to 1,000,000.</param>
/// <param name="Burst">The number of requests that can be sent at once at the start or after a pause, at least 1.</param>
public sealed record RequestRateLimit(double RequestsPerSecond, int Burst)
{
    /// <summary>The platform's rate. Most of its burst remains for other callers, and for a program that starts again.</summary>
    internal static readonly RequestRateLimit Default = new(20, 300);
}
