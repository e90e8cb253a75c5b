using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

public sealed class PostgreSqlFileTests(PostgreSqlServer server) : FileTests
{
    private protected override SqlDialect Dialect => PostgreSqlDialect.Instance;

    private protected override Task<EmulatedCopy> StartAsync() => EmulatedCopy.StartAsync(server);

    private protected override Task<string[]> PlanAsync(EmulatedCopy copy, string query) => copy.QueryAsync("EXPLAIN " + query);
}
