namespace JourneyApps.Architecture.Tests;

internal static class EmulatorFloors
{
    public static Project Project { get; } = new("JourneyApps.Emulator", "net10.0", "JourneyApps.Emulator", ["JourneyApps.Emulator", "JourneyApps.Emulator.Browser.Pages"],
        new Floor("Emulator", "."),
        new Floor("Serving", "Hosting", "Browser", "Browser/Pages", "Browser/Views", "Endpoints"),
        new Floor("Deployment", "Deployments", "Webhooks", "Writing", "Reading"),
        new Floor("Data", "Querying", "Users", "Oplog", "Objects", "Models", "Fields"),
        new Floor("Requests", "Recording", "Http", "Attachments", "Storage"),
        new Floor("Values", "Faults", "Options", "Errors", "Text"));
}
