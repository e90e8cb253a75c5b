namespace JourneyApps.Mirroring.Tests;

public sealed class SqliteStatusTests : StatusTests
{
    private protected override Task<EmulatedCopy> StartAsync() => EmulatedCopy.StartAsync();
}
