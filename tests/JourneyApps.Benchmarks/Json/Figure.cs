namespace JourneyApps.Benchmarks.Json;

/// <summary>One contestant's result in one process.</summary>
/// <param name="Row">What was done.</param>
/// <param name="Contestant">By whom.</param>
/// <param name="Microseconds">The median time of one run.</param>
/// <param name="AllocatedBytes">The bytes that one run allocates.</param>
internal sealed record Figure(string Row, string Contestant, double Microseconds, long AllocatedBytes);
