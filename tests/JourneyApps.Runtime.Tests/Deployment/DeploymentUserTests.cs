using System.Net;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Deployment;

public class DeploymentUserTests
{
    private const string Ann = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    private const string UserJson = """
        { "id": "42059e2e-d2a2-11e3-a9f3-001e6733fe3c", "last_connected_at": "2020-06-01T12:00:00Z", "enrolled": true, "locked": false,
          "sessions": [ { "id": "s1", "state": "ENROLLED", "last_authenticated_at": "2020-06-01T12:00:00Z", "created_at": "2020-05-01T12:00:00Z",
            "signed_out_at": null, "last_connected_at": "2020-06-01T12:00:00Z",
            "container": { "version": "20.6.1", "bundle_id": "com.example", "platform": "IOS" }, "runtime": { "version": "4.82.0" },
            "device": { "id": "d1" }, "label": "Apple iPhone7,2", "sync_status": { "last_full_sync": "2020-06-01T11:00:00Z" } },
            { "id": "s2", "state": "BRAND_NEW_STATE" } ] }
        """;

    [Fact]
    public async Task A_user_is_read_with_the_devices()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, UserJson);
        DeploymentUser? user = await Users(server).FindAsync(Ann);

        Assert.Equal($"users/{Ann}", server.Requests[0].Path);
        Assert.Equal((Ann, true, false), (user!.Id, user.IsEnrolled, user.IsLocked));
        DeviceSession session = user.Sessions[0];
        Assert.Equal(
            ("s1", "ENROLLED", "IOS", "20.6.1", "com.example", "4.82.0", "d1", "Apple iPhone7,2"),
            (session.Id, session.State, session.Platform, session.ContainerVersion, session.BundleId, session.RuntimeVersion, session.DeviceId, session.Label));
        Assert.Null(session.SignedOutAt);
        Assert.Equal(new DateTimeOffset(2020, 6, 1, 11, 0, 0, TimeSpan.Zero), session.LastFullSync);
        Assert.Equal("BRAND_NEW_STATE", user.Sessions[1].State);
    }

    [Fact]
    public async Task A_missing_user_or_session_is_null()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.NotFound, """{"type":"OBJECT_NOT_FOUND"}""") };
        var users = Users(server);
        Assert.Null(await users.FindAsync(Ann));
        Assert.Null(await users.FindSessionAsync(Ann, "s1"));
        Assert.Equal($"users/{Ann}/sessions/s1", server.Requests[1].Path);
    }

    [Fact]
    public async Task Users_come_page_after_page_by_rows_received()
    {
        var server = new FakeServer()
            .Answer(HttpStatusCode.OK, """{"total":3,"count":2,"more":true,"objects":[{"id":"a"},{"id":"b"}]}""")
            .Answer(HttpStatusCode.OK, """{"count":1,"more":false,"objects":[{"id":"c"}]}""");
        List<string> ids = [];
        await foreach (DeploymentUser user in Users(server).ListAsync()) ids.Add(user.Id);

        Assert.Equal(["a", "b", "c"], ids);
        Assert.Equal(["users?limit=1000&skip=0", "users?limit=1000&skip=2"], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_list_that_says_more_without_rows_fails_instead_of_asking_for_ever()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, """{"more":true,"objects":[]}""") };
        await Assert.ThrowsAsync<UnreadableResponseException>(async () =>
        {
            await foreach (DeploymentUser user in Users(server).ListAsync()) Assert.Fail(user.Id);
        });
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Commands_post_to_their_paths()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK) };
        var users = Users(server);
        await users.LockAsync(Ann);
        await users.UnlockAsync(Ann);
        await users.CreateAuthenticationTokenAsync(Ann);
        await users.WipeAsync(Ann, "s1");
        await users.ReauthenticateAsync(Ann, "s1");

        Assert.Equal(
            [$"users/{Ann}/lock", $"users/{Ann}/unlock", $"users/{Ann}/authentication-token", $"users/{Ann}/sessions/s1/wipe", $"users/{Ann}/sessions/s1/re-authenticate"],
            server.Requests.Select(request => request.Path));
        Assert.All(server.Requests, request => Assert.Equal("POST", request.Method));
    }

    [Fact]
    public async Task A_token_whose_answer_was_lost_is_not_made_again_but_a_lock_is()
    {
        var server = new FakeServer()
            .Answer(HttpStatusCode.InternalServerError)
            .Answer(HttpStatusCode.InternalServerError)
            .Answer(HttpStatusCode.OK);
        var users = Users(server);
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => users.CreateAuthenticationTokenAsync(Ann));
        Assert.Equal(ApiErrorKind.ServerError, fault.Kind);
        Assert.Equal((WriteOutcome.Unknown, 1), (fault.Outcome, server.Requests.Count));

        await users.LockAsync(Ann);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task An_authentication_token_shows_in_no_text_and_no_json()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, """{"token":"hush-hush","url":"https://x"}""");
        AuthenticationToken token = await Users(server).CreateAuthenticationTokenAsync(Ann);

        Assert.Equal("hush-hush", token.Token);
        Assert.Equal("https://x", token.GetJson().GetProperty("url").GetString());
        Assert.DoesNotContain("hush", token.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", JsonSerializer.Serialize(token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_would_lead_elsewhere_is_refused_before_sending()
    {
        var server = new FakeServer();
        await Assert.ThrowsAsync<ArgumentException>(() => Users(server).LockAsync("../objects"));
        Assert.Empty(server.Requests);
    }

    private static DeploymentUsers Users(FakeServer server) => new(new ClientContext(Transports.To(server), new SchemaInfo()));
}
