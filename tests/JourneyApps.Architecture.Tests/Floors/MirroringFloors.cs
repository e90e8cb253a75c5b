namespace JourneyApps.Architecture.Tests;

internal static class MirroringFloors
{
    public static Project Project { get; } = new("JourneyApps.Mirroring", "net10.0", "JourneyApps.Mirroring",
        ["JourneyApps.Mirroring", "JourneyApps.Mirroring.Dialects"],
        new Floor("Mirror", "."),
        new Floor("Work", "Operations", "Verifying", "Running"),
        new Floor("Storage", "Storage"),
        new Floor("Rules", "Planning", "Rows"),
        new Floor("Contract", "Settings", "Reports", "Dialects"));
}
