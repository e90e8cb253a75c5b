using System.Globalization;
using System.Runtime.CompilerServices;
using JourneyApps.Http;

namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>The throttles that the clients of this process share: one for each base address and limit, because the deployment has one limit
/// for all of its callers. They outlive their clients, so that a client for each piece of work does not start with a full bucket.</summary>
internal static class SharedThrottles
{
    private static readonly ConditionalWeakTable<TimeProvider, Dictionary<string, RequestThrottle>> ByClock = [];

    /// <summary>The throttle for a deployment.</summary>
    /// <param name="baseAddress">The base address.</param>
    /// <param name="limit">The limit; null for a throttle of the client's own, which only waits after a 429.</param>
    /// <param name="time">The clock.</param>
    internal static RequestThrottle Get(Uri baseAddress, RequestRateLimit? limit, TimeProvider time)
    {
        if (limit is null) return new RequestThrottle(null, time);
        string key = string.Create(CultureInfo.InvariantCulture, $"{limit.RequestsPerSecond:R} {limit.Burst} {baseAddress.AbsoluteUri}");
        Dictionary<string, RequestThrottle> shared = ByClock.GetOrCreateValue(time);
        lock (shared)
        {
            if (!shared.TryGetValue(key, out RequestThrottle? throttle)) shared[key] = throttle = new RequestThrottle(limit, time);
            return throttle;
        }
    }
}
