namespace JourneyApps.Mirroring.Tests;

public sealed class SqliteDroppedTableTests : DroppedTableTests
{
    private protected override Task<EmulatedCopy> StartAsync() => EmulatedCopy.StartAsync();
}
