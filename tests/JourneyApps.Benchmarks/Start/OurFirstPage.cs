using Acme.Field;

namespace JourneyApps.Benchmarks.Start;

/// <summary>The small program with the generated client.</summary>
internal static class OurFirstPage
{
    /// <summary>Reads a page.</summary>
    /// <returns>The number of its objects.</returns>
    public static async Task<int> ReadAsync(Uri address, string token)
    {
        using JourneyApp app = new(new JourneyAppOptions { BaseAddress = address, Credential = JourneyCredential.NamedToken(token) });
        return (await app.Visits.Take(1000).ToListAsync()).Count;
    }
}
