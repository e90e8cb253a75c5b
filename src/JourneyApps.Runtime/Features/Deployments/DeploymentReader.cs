using JourneyApps.Deployments;

namespace JourneyApps.Internal.Features.Deployments;

/// <summary>Reads the answers about a deployment.</summary>
internal static class DeploymentReader
{
    internal static DeploymentInfo Info(JsonElement root) => new()
    {
        Label = root.Text("label"),
        AppLabel = root.Text("app_label"),
        AppId = root.Text("app_id"),
        OrganizationId = root.Text("org_id"),
        Region = root.Text("region"),
        Environment = root.Text("environment"),
        LastDeployedAt = root.Time("last_deployed_at"),
        DeployedByName = root.Text("deployed_by_name"),
        DeployedByEmail = root.Text("deployed_by_email"),
    };

    internal static IReadOnlyList<DeployedIndex> Indexes(JsonElement root)
        => [.. from model in root.Members("models") from index in model.Value.Items("indexes") select Index(model.Name, index)];

    /// <exception cref="JsonException">It has no id.</exception>
    internal static DeploymentUser User(JsonElement user) => new()
    {
        Id = user.Text("id") ?? throw new JsonException("A user has no id."),
        LastConnectedAt = user.Time("last_connected_at"),
        IsEnrolled = user.Flag("enrolled") ?? user.Member("enrollment").Flag("enrolled"),
        IsLocked = user.Flag("locked"),
        Sessions = [.. user.Items("sessions").Select(Session)],
    };

    /// <exception cref="JsonException">It has no id.</exception>
    internal static DeviceSession Session(JsonElement session) => new()
    {
        Id = session.Text("id") ?? throw new JsonException("A session has no id."),
        State = session.Text("state"),
        CreatedAt = session.Time("created_at"),
        LastAuthenticatedAt = session.Time("last_authenticated_at"),
        LastConnectedAt = session.Time("last_connected_at"),
        SignedOutAt = session.Time("signed_out_at"),
        LastFullSync = session.Member("sync_status").Time("last_full_sync"),
        Platform = session.Member("container").Text("platform"),
        ContainerVersion = session.Member("container").Text("version"),
        BundleId = session.Member("container").Text("bundle_id"),
        RuntimeVersion = session.Member("runtime").Text("version"),
        DeviceId = session.Member("device").Text("id"),
        Label = session.Text("label"),
    };

    private static DeployedIndex Index(string model, JsonElement index)
        => new(
            model, index.Text("name"), [.. index.Members("key").Select(static key => KeyValuePair.Create(key.Name, key.Value.ToString()))],
            index.Text("status"), index.Text("type"))
        {
            Queries = index.Member("usage_stats").Count("queries"),
            UsedSince = index.Member("usage_stats").Time("since"),
        };
}
