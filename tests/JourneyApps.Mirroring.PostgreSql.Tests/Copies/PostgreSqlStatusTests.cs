using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

public sealed class PostgreSqlStatusTests(PostgreSqlServer server) : StatusTests
{
    private protected override Task<EmulatedCopy> StartAsync() => EmulatedCopy.StartAsync(server);
}
