using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>Workers that are killed at random moments, beside a writer. FULL=1 makes 200 of them.</summary>
public sealed class KillTests(PostgreSqlServer server, ITestOutputHelper output)
{
    [Fact]
    public async Task A_worker_that_is_killed_at_random_moments_leaves_an_equal_copy()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await Campaign.RunAsync(output, copy, TestSeed.Next(), workers: 1, kills: Campaign.Full ? 200 : 20, crash: null);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Several_workers_that_are_killed_at_random_moments_leave_an_equal_copy(int workers)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await Campaign.RunAsync(output, copy, TestSeed.Next(), workers, kills: Campaign.Full ? 200 : 12, crash: null);
    }
}
