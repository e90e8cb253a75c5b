namespace JourneyApps.Architecture.Tests;

internal static class EmulatorFloors
{
    public static Project Project { get; } = new("JourneyApps.Emulator", "net10.0", "JourneyApps.Emulator", ["JourneyApps.Emulator"],
        new Floor("Command", "Command"),
        new Floor("Hosting", ".", "Hosting", "Endpoints", "Browser", "Http", "Faults"),
        new Floor("Work", "Webhooks", "Writing", "Reading", "Querying", "Attachments", "ChangeLog", "Users", "Display", "DataModelFiles"),
        new Floor("Storage", "Storage", "Models"));
}
