namespace JourneyApps.Http;

/// <summary>A rate limit of the client, which avoids 429 responses of the deployment. According to the platform's support, a deployment
/// allows about 20 requests per second and bursts of 1,200, shared by all its callers.</summary>
/// <param name="RequestsPerSecond">The sustained rate; above 0.</param>
/// <param name="Burst">How many requests can be sent at once after a pause; at least 1.</param>
public sealed record RequestRateLimit(double RequestsPerSecond, int Burst);
