using JourneyApps.TestServers;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
// Many tests wait for a lease or for another process.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
