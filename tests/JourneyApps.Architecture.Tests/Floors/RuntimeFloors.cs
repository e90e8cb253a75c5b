namespace JourneyApps.Architecture.Tests;

internal static class RuntimeFloors
{
    public static Project Project { get; } = new("JourneyApps.Runtime", "net10.0", "JourneyApps.Internal",
        [
            "JourneyApps", "JourneyApps.CompilerServices", "JourneyApps.Deployments", "JourneyApps.Http", "JourneyApps.Mirroring",
            "JourneyApps.NamedOperators", "JourneyApps.Oplog", "JourneyApps.Records", "JourneyApps.Testing", "JourneyApps.Webhooks",
        ],
        new Floor("Client", "Testing", "Client"),
        new Floor("Features", "Features/Mirroring", "Features/Mirroring/Rules", "Features/Webhooks", "Features/Oplog", "Features/Deployments"),
        new Floor("Objects",
            "Objects/Sets", "Objects/Downloads", "Objects/Bulk", "Objects/Batches", "Objects/Paging", "Objects/Single", "Objects/Codecs",
            "Objects/Records", "Objects/Queries"),
        new Floor("Transport",
            "Transport/Requests", "Transport/Attempts", "Transport/Telemetry", "Transport/Credentials", "Transport/Errors"),
        new Floor("Serialization", "Serialization/Models", "Serialization/Tracking", "Serialization/Bodies"),
        new Floor("Values",
            "Values/Records", "Values/Tracks", "Values/Locations", "Values/Attachments", "Values/Choices", "Values/Ids", "Values/Json"));
}
