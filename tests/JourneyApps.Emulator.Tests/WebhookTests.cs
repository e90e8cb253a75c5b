using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>Outgoing webhooks, received and recorded by another emulator.</summary>
public sealed class WebhookTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Site = "6ac7fe8c-537f-4459-9de0-65675c478fe6";
    private const string RedDot = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_ready_webhook_is_sent_once_signed_when_all_that_it_waits_for_is_there()
    {
        await using JourneyEmulator receiver = await JourneyEmulator.StartAsync(Schemas.Recorded);
        await using Api api = await StartAsync(receiver);
        await api.PutAsync($"objects/site/{Site}.json", """{"site":{"name":"Depot"}}""");

        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump"}}""");
        await SettleAsync(api);
        int before = receiver.Requests.Count;
        await api.PatchAsync($"objects/job/{Id}.json", $$$$"""{"job":{"site_id":"{{{{Site}}}}","picture":{"base64":"{{{{RedDot}}}}","filename":"dot.png"}}}""");
        await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"title":"Valve"}}""");
        await SettleAsync(api);

        Assert.Equal(0, before);
        RecordedRequest hook = Assert.Single(receiver.Requests);
        JsonElement body = JsonDocument.Parse(hook.Body).RootElement;
        Assert.Equal("job_done", body.GetProperty("event").GetString());
        Assert.Equal(api.Emulator.UserName, body.GetProperty("app").GetString());
        Assert.Equal(api.Emulator.UserName, body.GetProperty("account_id").GetString());
        Assert.Equal("update", body.GetProperty("operation").GetString());
        Assert.True(body.GetProperty("sequence").GetInt64() > 1L << 53);
        Assert.Equal("Pump", body.GetProperty("object").GetProperty("title").GetString());
        Assert.Equal("Depot", body.GetProperty("object").GetProperty("site").GetProperty("name").GetString());
        Assert.Equal(Convert.ToHexString(HMACSHA256.HashData("s3cret"u8, Encoding.UTF8.GetBytes(hook.Body))).ToLowerInvariant(), hook.Headers["X-Journey-Signature"]);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(api.Emulator.WebhookPublicKey);
        Assert.True(rsa.VerifyData(Encoding.UTF8.GetBytes(hook.Body), Convert.FromBase64String(hook.Headers["X-Journey-Signature-Rsa-Sha256"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(401, Assert.Single(api.Emulator.WebhookDeliveries).StatusCode);
    }

    [Fact]
    public async Task A_ready_webhook_waits_for_a_file_that_is_still_on_the_device()
    {
        await using JourneyEmulator receiver = await JourneyEmulator.StartAsync(Schemas.Recorded);
        await using Api api = await StartAsync(receiver);
        Answer first = await api.PostAsync("objects/job.json", $$$$"""{"job":{"site_id":"{{{{Site}}}}","picture":{"base64":"{{{{RedDot}}}}"}}}""");
        string attachment = first["picture_id"].GetString()!;
        await SettleAsync(api);
        await api.Emulator.SetAttachmentStateAsync(attachment, "pending");
        await api.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"site_id":"{{{Site}}}","picture_id":"{{{attachment}}}"}}""");
        await SettleAsync(api);
        int waiting = receiver.Requests.Count;

        await api.Emulator.SetAttachmentStateAsync(attachment, "uploaded");
        await SettleAsync(api);

        Assert.Equal(1, waiting);
        Assert.Equal(2, receiver.Requests.Count);
        Assert.Equal(Id, JsonDocument.Parse(receiver.Requests[1].Body).RootElement.GetProperty("object").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_or_redirects_harms_nothing()
    {
        JourneyEmulator receiver = await JourneyEmulator.StartAsync(Schemas.Recorded);
        receiver.Faults.Add(Fault.Redirect("https://example.test/"));
        await using Api api = await StartAsync(receiver);
        string complete = $$$$"""{"job":{"site_id":"{{{{Site}}}}","picture":{"base64":"{{{{RedDot}}}}"}}}""";

        (await api.PostAsync("objects/job.json", complete)).Expect(200);
        await SettleAsync(api);
        await receiver.DisposeAsync();
        (await api.PostAsync("objects/job.json", complete)).Expect(200);
        await SettleAsync(api);

        Assert.Equal([302, 0], api.Emulator.WebhookDeliveries.Select(delivery => delivery.StatusCode));
    }

    [Fact]
    public async Task An_update_webhook_is_sent_at_each_save_in_order_and_not_for_a_deletion()
    {
        const string Noisy = """
            <data-model>
              <model name="asset" label="Asset">
                <field name="make" label="Make" type="text"/>
                <display>{make}</display>
                <webhook type="update"/>
              </model>
            </data-model>
            """;
        await using JourneyEmulator receiver = await JourneyEmulator.StartAsync(Schemas.Recorded);
        await using Api api = await Api.StartAsync(Noisy, new EmulatorOptions { Webhooks = [new("asset_update", new Uri(receiver.BaseAddress, "hook"), "s3cret")] });

        await api.PutAsync($"objects/asset/{Id}.json", """{"asset":{"make":"Apple"}}""");
        await api.PatchAsync($"objects/asset/{Id}.json", """{"asset":{"make":"Pear"}}""");
        await api.DeleteAsync($"objects/asset/{Id}.json");
        await SettleAsync(api);

        JsonElement[] bodies = [.. receiver.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement)];
        Assert.Equal(["create Apple", "update Pear"], bodies.Select(body => $"{body.GetProperty("operation").GetString()} {body.GetProperty("object").GetProperty("make").GetString()}"));
        Assert.All(bodies, body => Assert.Equal("asset_update", body.GetProperty("event").GetString()));
    }

    [Fact]
    public async Task A_target_off_this_machine_must_be_allowed()
    {
        EmulatorOptions options = new() { Webhooks = [new("job_done", new Uri("https://example.test/hook"), "s3cret")] };

        await Assert.ThrowsAsync<ArgumentException>(() => JourneyEmulator.StartAsync(Schemas.Recorded, options));

        await using JourneyEmulator allowed = await JourneyEmulator.StartAsync(Schemas.Recorded, options with { WebhookHosts = ["EXAMPLE.test"] });
    }

    private static Task<Api> StartAsync(JourneyEmulator receiver) =>
        Api.StartAsync(options: new() { Webhooks = [new("job_done", new Uri(receiver.BaseAddress, "hook"), "s3cret")] });

    private static async Task SettleAsync(Api api)
    {
        var watch = Stopwatch.StartNew();
        while (api.Emulator.HasPendingWebhooks)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "A webhook was not sent.");
            await Task.Delay(5);
        }
    }
}
