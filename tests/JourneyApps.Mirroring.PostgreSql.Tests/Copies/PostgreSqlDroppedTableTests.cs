using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

public sealed class PostgreSqlDroppedTableTests(PostgreSqlServer server) : DroppedTableTests
{
    private protected override Task<EmulatedCopy> StartAsync() => EmulatedCopy.StartAsync(server);
}
