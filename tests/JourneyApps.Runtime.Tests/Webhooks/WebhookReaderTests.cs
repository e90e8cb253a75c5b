using System.Text;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Webhooks;

public class WebhookReaderTests
{
    private const string Secret = "the-webhook-s-own-secret";

    private const string Body = """
        {
          "event": "site_ready",
          "server": "https://run-testing-us.journeyapps.com",
          "app": "6227b633b8683c00084cf4ed",
          "app_id": "6227b6069983d600076e3af5",
          "account_id": "6227b633b8683c00084cf4ed",
          "sequence": 7072864452705518001,
          "operation": "create",
          "object": { "id": "42059e2e-d2a2-11e3-a9f3-001e6733fe3c", "type": "site", "updated_at": "2015-02-05T08:17:01Z", "name": "Harbour" }
        }
        """;

    private static readonly SchemaInfo Schema = new SchemaInfo().Add<Job>("job").Add<Site>("site");

    private static readonly WebhookReader Reader = new(Schema, "an older secret", Secret);

    [Fact]
    public void A_signed_webhook_gives_the_typed_object_and_its_sequence_to_the_last_digit()
    {
        JourneyWebhook webhook = Read(Body);

        Site site = Assert.IsType<Site>(webhook.Object);
        Assert.Equal(("42059e2e-d2a2-11e3-a9f3-001e6733fe3c", "Harbour"), (site.Id.Value, site.Name));
        Assert.Equal((7072864452705518001L, OplogOperation.Create, "site_ready", "site"), (webhook.Sequence, webhook.Operation, webhook.Event, webhook.Model));
        Assert.Equal(("6227b633b8683c00084cf4ed", "6227b6069983d600076e3af5"), (webhook.DeploymentId, webhook.AppId));
        Assert.Equal(new DateTimeOffset(2015, 2, 5, 8, 17, 1, TimeSpan.Zero), webhook.UpdatedAt);
        Assert.True(webhook.IsVerified);
    }

    [Fact]
    public void One_changed_byte_or_another_secret_is_refused_before_anything_is_parsed()
    {
        string signature = WebhookReader.Sign(Bytes(Body), Secret);
        foreach (string body in new[] { Body.Replace("Harbour", "harbour", StringComparison.Ordinal), Body + "\n", "not json", "" })
        {
            WebhookRejectedException refused = Assert.Throws<WebhookRejectedException>(() => Reader.Read(Bytes(body), signature));
            Assert.Equal((WebhookRejection.NotSigned, 401), (refused.Reason, refused.SuggestedStatus));
        }
        Assert.Throws<WebhookRejectedException>(() => Reader.Read(Bytes(Body), WebhookReader.Sign(Bytes(Body), "another")));
        Assert.Throws<WebhookRejectedException>(() => Reader.Read(Bytes(Body), null));
    }

    [Fact]
    public async Task A_body_that_never_ends_is_not_read_to_its_end()
    {
        var reader = new WebhookReader(Schema, Secret) { MaxBodyBytes = 5000 };
        await using var endless = new EndlessStream();
        WebhookRejectedException refused = await Assert.ThrowsAsync<WebhookRejectedException>(async () => await reader.ReadAsync(endless, "x"));
        Assert.Equal((WebhookRejection.TooLarge, 413), (refused.Reason, refused.SuggestedStatus));
        Assert.InRange(endless.Given, 5001, 10_000);
    }

    [Fact]
    public async Task A_body_may_come_in_pieces()
    {
        await using var pieces = new PiecewiseStream(Bytes(Body));
        JourneyWebhook webhook = await Reader.ReadAsync(pieces, WebhookReader.Sign(Bytes(Body), Secret));
        Assert.IsType<Site>(webhook.Object);
    }

    [Fact]
    public void A_model_that_this_code_does_not_have_comes_as_a_record()
    {
        JourneyWebhook webhook = Read("""{"event":"e","sequence":1,"operation":"update","object":{"id":"x","type":"asset","make":"Apple"}}""");
        Assert.Equal("Apple", Assert.IsType<JourneyRecord>(webhook.Object)["make"].Text);
    }

    [Fact]
    public void A_delete_and_an_unknown_operation_are_told_as_they_are()
    {
        JourneyWebhook gone = Read("""{"event":"e","sequence":"7072864452705518000","operation":"delete","object":{"id":"x","type":"site"}}""");
        Assert.Equal((OplogOperation.Delete, "site", "x", 7072864452705518000L), (gone.Operation, gone.Model, gone.Id, gone.Sequence));
        Assert.Null(gone.Object);

        JourneyWebhook odd = Read("""{"event":"e","sequence":1,"operation":"merge","object":null}""");
        Assert.Equal((OplogOperation.Other, "merge"), (odd.Operation, odd.OperationText));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"event":"e"}""")]
    [InlineData("""{"event":"e","sequence":1.5}""")]
    [InlineData("""{"event":"e","sequence":92233720368547758080}""")]
    [InlineData("""{"event":3,"sequence":1}""")]
    [InlineData("""{"event":"e","sequence":1,"object":[]}""")]
    [InlineData("""{"event":"e","sequence":1,"object":{"type":"asset"}}""")]
    [InlineData("""{"event":"e","sequence":1} {}""")]
    [InlineData("""{"event":"e","sequence":1,"object":{""")]
    public void A_genuine_body_that_is_no_webhook_is_malformed(string body)
    {
        WebhookRejectedException refused = Assert.Throws<WebhookRejectedException>(() => Read(body));
        Assert.Equal((WebhookRejection.Malformed, 400), (refused.Reason, refused.SuggestedStatus));
    }

    [Fact]
    public void A_value_that_its_field_cannot_hold_names_model_object_and_field()
    {
        UnreadableObjectException fault = Assert.Throws<UnreadableObjectException>(
            () => Read("""{"event":"e","sequence":1,"operation":"update","object":{"crew":"many","type":"job","id":"x"}}"""));
        Assert.Equal(("job", "x", "crew"), (fault.Model, fault.ObjectId, fault.Field));
    }

    [Fact]
    public void Unverified_parsing_says_so()
        => Assert.False(Reader.ParseUnverified(Bytes(Body)).IsVerified);

    [Fact]
    public void A_reader_needs_secrets_and_never_shows_them()
    {
        Assert.Throws<ArgumentException>(() => new WebhookReader(Schema));
        Assert.Throws<ArgumentException>(() => new WebhookReader(Schema, Secret, ""));
        Assert.DoesNotContain("secret-", Reader.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Reader.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(Reader), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_gives_a_webhook_or_a_refusal_and_never_another_exception()
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] body = Bytes(Body);
            for (int damage = random.Next(1, 6); damage > 0; damage--) body[random.Next(body.Length)] = (byte)random.Next(256);
            try
            {
                Reader.ParseUnverified(body.AsSpan(0, random.Next(10) == 0 ? random.Next(body.Length) : body.Length));
            }
            catch (JourneyApiException)
            {
                // Refused, or unreadable: both are answers.
            }
        }
    }

    private static JourneyWebhook Read(string body) => Reader.Read(Bytes(body), WebhookReader.Sign(Bytes(body), Secret));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
