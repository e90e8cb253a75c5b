using JourneyApps.TestServers;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
