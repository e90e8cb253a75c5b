using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>Servers that crash and workers behind a pool that are killed, at random moments beside a writer. FULL=1 makes 200 of them.</summary>
public sealed class CrashTests(PostgreSqlServer server, ITestOutputHelper output)
{
    [Fact]
    public async Task Two_workers_through_PgBouncer_in_transaction_mode_leave_an_equal_copy()
    {
        await using PgBouncer bouncer = await server.StartPgBouncerAsync();
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server, through: bouncer.Through);
        await Campaign.RunAsync(output, copy, TestSeed.Next(), workers: 2, kills: Campaign.Full ? 200 : 12, crash: null);
    }

    [Fact]
    public async Task A_server_that_crashes_at_random_moments_is_survived()
    {
        await using PostgreSqlServer own = new();
        await own.InitializeAsync();
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(own);
        await Campaign.RunAsync(output, copy, TestSeed.Next(), workers: 2, kills: Campaign.Full ? 200 : 20, crash: own);
    }
}
