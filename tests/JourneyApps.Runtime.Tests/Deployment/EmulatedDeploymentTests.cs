using System.Net;
using System.Net.Sockets;
using Acme.Field;
using JourneyApps.Deployments;
using JourneyApps.Emulator;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Deployment;

/// <summary>Endpoints 11 to 16 and 18 over real HTTP.</summary>
public class EmulatedDeploymentTests
{
    private static readonly string Schema = EmulatedApp.Schema
        .Replace("<data-model version=\"4\">", "<data-model version=\"4\"><model name=\"user\" label=\"User\"><field name=\"name\" label=\"Name\" type=\"text\" /><display>{name}</display></model>", StringComparison.Ordinal)
        .Replace("<display>{name}</display>\n  </model>\n  <model name=\"job\"", "<display>{name}</display><webhook type=\"update\" name=\"site_changed\" />\n  </model>\n  <model name=\"job\"", StringComparison.Ordinal);

    [Fact]
    public async Task Users_and_their_devices_are_read_locked_wiped_and_signed_out()
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schema, new EmulatorOptions { Seed = 1 });
        using FieldApp app = EmulatedApp.Connect(emulator);
        var ann = new JourneyRecord("user") { ["name"] = "Ann" };
        await app.Objects("user").CreateAsync(ann);
        string session = await emulator.EnrolDeviceAsync(ann.Id, "Apple iPhone7,2");
        DeploymentUsers users = app.Deployment.Users;

        DeploymentUser found = (await users.FindAsync(ann.Id))!;
        Assert.Equal((ann.Id, false, "Apple iPhone7,2"), (found.Id, found.IsLocked, Assert.Single(found.Sessions).Label));
        List<string> ids = [];
        await foreach (DeploymentUser user in users.ListAsync()) ids.Add(user.Id);
        Assert.Equal([ann.Id], ids);

        await users.LockAsync(ann.Id);
        Assert.True((await users.FindAsync(ann.Id))!.IsLocked);
        await users.UnlockAsync(ann.Id);
        Assert.False((await users.FindAsync(ann.Id))!.IsLocked);
        Assert.False(string.IsNullOrEmpty((await users.CreateAuthenticationTokenAsync(ann.Id)).Token));
        Assert.Equal("ENROLLED", (await users.FindSessionAsync(ann.Id, session))!.State);
        await users.ReauthenticateAsync(ann.Id, session);
        await users.WipeAsync(ann.Id, session);
        Assert.Equal("RESET", (await users.FindSessionAsync(ann.Id, session))!.State);
        Assert.Null(await users.FindAsync(Guid.NewGuid().ToString()));
        await Assert.ThrowsAsync<ObjectNotFoundException>(() => users.LockAsync(Guid.NewGuid().ToString()));
    }

    [Fact]
    public async Task Info_indexes_data_model_and_schema_are_read()
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schema, new EmulatorOptions { Seed = 1 });
        using FieldApp app = EmulatedApp.Connect(emulator);

        Assert.Equal("testing", (await app.Deployment.GetInfoAsync()).Environment);
        Assert.Contains(await app.Deployment.GetIndexesAsync(), index => index is { Model: "job", IsReady: true });
        Assert.Equal(Schema, (await app.Deployment.GetDataModelXmlAsync())!.Text);
        DataModelDocument document = (await app.Deployment.GetDataModelJsonAsync())!;
        Assert.Equal(emulator.DataModelHash, document.Hash);
        Assert.Null(await app.Deployment.GetDataModelJsonAsync(document.EntityTag));
        Assert.Equal(["+ user: model"], app.Deployment.CompareWith(document.DataModel).Select(change => change.ToString()));
    }

    [Fact]
    public async Task An_option_more_less_or_renamed_in_the_deployment_is_told()
    {
        string changed = EmulatedApp.Schema
            .Replace("<option key=\"busy\">Busy</option>", "<option key=\"busy\">Occupied</option><option key=\"late\">Late</option>", StringComparison.Ordinal)
            .Replace("<option key=\"10\">High</option>", "", StringComparison.Ordinal);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(changed, new EmulatorOptions { Seed = 1 });
        using FieldApp app = EmulatedApp.Connect(emulator);
        Assert.Equal(
            [
                "~ job.state[\"busy\"]: label \"Busy\" -> \"Occupied\"", "+ job.state[\"late\"]: option \"Late\"",
                "- job.priority[\"10\"]: option \"High\"",
            ],
            (await app.Deployment.CompareDataModelAsync()).Select(change => change.ToString()));
    }

    [Fact]
    public async Task A_webhook_of_the_emulator_is_verified_and_read()
    {
        const string Secret = "webhook-secret";
        using var listener = new HttpListener();
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(address.AbsoluteUri);
        listener.Start();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(
            Schema, new EmulatorOptions { Seed = 1, Webhooks = [new WebhookTarget("site_changed", address, Secret)] });
        using FieldApp app = EmulatedApp.Connect(emulator);
        var site = new Site { Name = "Harbour" };
        await app.Sites.CreateAsync(site);

        HttpListenerContext call = await listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(20));
        JourneyWebhook webhook = await app.CreateWebhookReader(Secret).ReadAsync(call.Request.InputStream, call.Request.Headers[WebhookReader.SignatureHeader]);
        call.Response.Close();
        Assert.Equal(("site_changed", OplogOperation.Create, site.Id), (webhook.Event, webhook.Operation, Assert.IsType<Site>(webhook.Object).Id));
        Assert.Equal((await app.Oplog.TailAsync()).Entries[^1].Sequence, webhook.Sequence);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
