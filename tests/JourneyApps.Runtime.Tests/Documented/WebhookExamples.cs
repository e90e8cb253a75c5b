using System.Net;
using System.Net.Sockets;
using System.Text;
using Acme.Documented;
using JourneyApps.Emulator;
using JourneyApps.Oplog;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoint 18.</summary>
public sealed class WebhookExamples
{
    private const string AssetId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    [Fact]
    [Endpoint("18")]
    public async Task An_asset_that_is_ready()
    {
        using var listener = new HttpListener();
        var address = new Uri($"http://127.0.0.1:{FreePort()}/hook/");
        listener.Prefixes.Add(address.AbsoluteUri);
        listener.Start();
        await using DocumentedServer server = await DocumentedServer.StartAsync("2022-03-08T22:46:23Z", null, new WebhookTarget("asset_ready", address, "webhook-secret"));
        // The sequence of the example: so many writes come before in the same second.
        await server.Emulator.SeedAsync("room", Enumerable.Repeat($$"""{"id":"{{AssetId}}"}""", 432));
        await server.App.Assets.CreateAsync(New(AssetId));

        HttpListenerContext call = await listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(20));
        using var body = new MemoryStream();
        await call.Request.InputStream.CopyToAsync(body);
        string? signature = call.Request.Headers[WebhookReader.SignatureHeader];
        call.Response.Close();

        Assert.Equal(("POST", "application/json"), (call.Request.HttpMethod, call.Request.ContentType));
        ElidedJson.Equal($$"""
            {
              "event": "asset_ready",
              "server": "{{server.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority)}}",
              "app": "6227b633b8683c00084cf4ed",
              "app_id": "6227b6069983d600076e3af5",
              "account_id": "6227b633b8683c00084cf4ed",
              "sequence": 7072864452705518000,
              "operation": "create",
              "object": { "id": "{{AssetId}}", "type": "asset", "updated_at": "2022-03-08T22:46:23Z", "display": "Apple ", "make": "Apple" }
            }
            """, Encoding.UTF8.GetString(body.ToArray()));
        JourneyWebhook webhook = server.App.CreateWebhookReader("webhook-secret").Read(body.ToArray(), signature);
        Assert.Equal(("asset_ready", 7072864452705518000, OplogOperation.Create, true), (webhook.Event, webhook.Sequence, webhook.Operation, webhook.IsVerified));
        Assert.Equal(("6227b633b8683c00084cf4ed", "6227b6069983d600076e3af5"), (webhook.DeploymentId, webhook.AppId));
        Assert.Equal("Apple", Assert.IsType<Asset>(webhook.Object).Make);
    }

    private static Asset New(string id)
    {
        var asset = Asset.New(id);
        asset.Make = "Apple";
        return asset;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
