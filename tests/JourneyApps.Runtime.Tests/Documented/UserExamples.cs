using JourneyApps.Deployments;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoints 15 and 16. What the POST calls answer is not documented.</summary>
public sealed class UserExamples
{
    private const string UserId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    [Fact]
    [Endpoint("15")]
    [Endpoint("15b")]
    [Endpoint("15c")]
    public async Task Users_and_their_sessions()
    {
        await using DocumentedServer server = await SeededAsync();
        string session = await server.Emulator.EnrolDeviceAsync(UserId, "Apple iPhone7,2");
        string sessionJson = $$"""
            {
              "id": "{{session}}", "state": "ENROLLED",
              "last_authenticated_at": "2020-06-01T12:00:00Z", "created_at": "2020-06-01T12:00:00Z", "signed_out_at": null,
              "last_connected_at": "2020-06-01T12:00:00Z",
              "container": { "version": "…" },
              "runtime": { "version": "…" },
              "device": { "id": "…" },
              "label": "Apple iPhone7,2",
              "sync_status": { "last_full_sync": "2020-06-01T12:00:00Z" } }
            """;
        string userJson = $$"""
            { "id": "{{UserId}}", "last_connected_at": "2020-06-01T12:00:00Z", "enrolled": true, "locked": false, "sessions": [ {{sessionJson}} ] }
            """;

        List<DeploymentUser> users = [];
        await foreach (DeploymentUser user in server.App.Deployment.Users.ListAsync()) users.Add(user);
        server.AssertLast("15", "users?limit=1000&skip=0", "", 200, $$"""{ "total": 1, "count": 1, "more": false, "objects": [ {{userJson}} ] }""");
        Assert.Equal((UserId, true, false), (users[0].Id, users[0].IsEnrolled, users[0].IsLocked));

        DeploymentUser? found = await server.App.Deployment.Users.FindAsync(UserId);
        server.AssertLast("15b", $"users/{UserId}", "", 200, userJson);
        Assert.Equal(new DateTimeOffset(2020, 6, 1, 12, 0, 0, TimeSpan.Zero), found?.LastConnectedAt);

        DeviceSession? device = await server.App.Deployment.Users.FindSessionAsync(UserId, session);
        server.AssertLast("15c", $"users/{UserId}/sessions/{session}", "", 200, sessionJson);
        Assert.Equal(("ENROLLED", "Apple iPhone7,2", null), (device?.State, device?.Label, device?.SignedOutAt));
    }

    [Fact]
    [Endpoint("16")]
    [Endpoint("16b")]
    [Endpoint("16c")]
    [Endpoint("16d")]
    [Endpoint("16e")]
    public async Task What_is_done_to_users_and_devices()
    {
        await using DocumentedServer server = await SeededAsync();
        string session = await server.Emulator.EnrolDeviceAsync(UserId, "Apple iPhone7,2");
        DeploymentUsers users = server.App.Deployment.Users;

        await users.LockAsync(UserId);
        AssertPosted(server, "16", $"users/{UserId}/lock", "locked\":true");
        await users.UnlockAsync(UserId);
        AssertPosted(server, "16b", $"users/{UserId}/unlock", "locked\":false");
        Assert.NotEmpty((await users.CreateAuthenticationTokenAsync(UserId)).Token!);
        AssertPosted(server, "16c", $"users/{UserId}/authentication-token", "token\":");
        await users.ReauthenticateAsync(UserId, session);
        AssertPosted(server, "16e", $"users/{UserId}/sessions/{session}/re-authenticate", "signed_out_at\":\"2020-06-01T12:00:00Z");
        await users.WipeAsync(UserId, session);
        AssertPosted(server, "16d", $"users/{UserId}/sessions/{session}/wipe", "state\":\"RESET");
    }

    private static void AssertPosted(DocumentedServer server, string endpoint, string path, string answer)
    {
        Assert.True(server.Last.Is(Endpoints.Table.Single(candidate => candidate.Number == endpoint)));
        Assert.Equal((path, "", 200), (server.Last.Path, server.Last.Request, (int)server.Last.Status));
        Assert.Contains(answer, server.Last.Response, StringComparison.Ordinal);
    }

    private static async Task<DocumentedServer> SeededAsync()
    {
        DocumentedServer server = await DocumentedServer.StartAsync("2020-06-01T12:00:00Z");
        await server.Emulator.SeedAsync("user", $$"""{"id":"{{UserId}}","name":"Ann"}""");
        return server;
    }
}
