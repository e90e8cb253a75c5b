namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>All calls of the Backend API v4.</summary>
internal static class Endpoints
{
    public static readonly Endpoint[] Table =
    [
        new("1", "GET", "objects/*.json"),
        new("2", "GET", "objects/*/*.json"),
        new("3", "GET", "objects/*/count.json"),
        new("4", "POST", "objects/*/query.json"),
        new("4b", "POST", "objects/*/search.json"),
        new("5", "POST", "objects/*.json"),
        new("6", "PATCH", "objects/*/*.json"),
        new("7", "PUT", "objects/*/*.json"),
        new("8", "DELETE", "objects/*/*.json"),
        new("9", "POST", "batch.json"),
        new("10", "GET", "oplog.json"),
        new("11", "GET", "datamodel.json"),
        new("12", "GET", "datamodel.xml"),
        new("13", "GET", "info.json"),
        new("14", "GET", "indexes.json"),
        new("15", "GET", "users"),
        new("15b", "GET", "users/*"),
        new("15c", "GET", "users/*/sessions/*"),
        new("16", "POST", "users/*/lock"),
        new("16b", "POST", "users/*/unlock"),
        new("16c", "POST", "users/*/authentication-token"),
        new("16d", "POST", "users/*/sessions/*/wipe"),
        new("16e", "POST", "users/*/sessions/*/re-authenticate"),
        new("17", "GET", "media/*/*"),
        new("18", "POST", "(the operator's address)"),
    ];
}
