namespace JourneyApps;

/// <summary>
/// Keeps a client below the deployment's bucket from the start, instead of running into 429 answers.
/// The platform's staff name about 20 requests per second sustained and bursts of 1,200, shared by everything that calls the deployment.
/// </summary>
/// <param name="RequestsPerSecond">The sustained rate; above 0.</param>
/// <param name="Burst">How many requests may go out at once after a rest; at least 1.</param>
public sealed record RequestRateLimit(double RequestsPerSecond, int Burst);
