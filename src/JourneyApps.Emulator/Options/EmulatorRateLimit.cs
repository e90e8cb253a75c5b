namespace JourneyApps.Emulator;

/// <summary>The rate limit of an emulator: a token bucket that starts full.</summary>
/// <param name="RequestsPerSecond">The number of requests by which the bucket fills each second, greater than 0.</param>
/// <param name="Burst">The size of the bucket, at least 1.</param>
public sealed record EmulatorRateLimit(double RequestsPerSecond, int Burst)
{
    /// <summary>The platform's limit, which all callers of a deployment share.</summary>
    public static EmulatorRateLimit Platform { get; } = new(20, 1200);
}
