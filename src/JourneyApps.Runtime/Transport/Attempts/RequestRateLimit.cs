namespace JourneyApps.Http;

/// <summary>A rate limit that the client applies to its own requests to avoid 429 responses. According to the platform's support, a
/// deployment allows about 20 requests per second and bursts of 1,200, shared by all of its callers.</summary>
/// <param name="RequestsPerSecond">The sustained rate, 0.001 to 1,000,000.</param>
/// <param name="Burst">The number of requests that can be sent at once after a pause, at least 1.</param>
public sealed record RequestRateLimit(double RequestsPerSecond, int Burst);
