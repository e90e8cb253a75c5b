namespace JourneyApps.Architecture.Tests;

internal static class RuntimeFloors
{
    public static Project Project { get; } = new("JourneyApps.Runtime", "net10.0", "JourneyApps.Internal",
        [
            "JourneyApps", "JourneyApps.CompilerServices", "JourneyApps.Deployments", "JourneyApps.Http", "JourneyApps.Mirroring",
            "JourneyApps.Oplog", "JourneyApps.Testing", "JourneyApps.Webhooks",
        ],
        new Floor("Client", "Testing", "Client"),
        new Floor("Features", "Features/Mirroring", "Features/Oplog", "Features/Webhooks", "Features/Deployments"),
        new Floor("Objects",
            "Objects/Sets", "Objects/Records", "Objects/Bulk", "Objects/Batches", "Objects/Downloads", "Objects/Paging", "Objects/Single",
            "Objects/Queries"),
        new Floor("Transport",
            "Transport/Requests", "Transport/Bodies", "Transport/Credentials", "Transport/Errors", "Transport/Telemetry"),
        new Floor("Serialization", "Serialization/Models", "Serialization/Tracking"),
        new Floor("Values",
            "Values/Attachments", "Values/Choices", "Values/Ids", "Values/Locations", "Values/Tracks", "Values/Json"));
}
