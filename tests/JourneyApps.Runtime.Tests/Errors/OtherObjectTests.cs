using System.Net;
using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Runtime.Tests.Json;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Errors;

/// <summary>An answer that embeds another object than the one its link names, or that is of another model. The rest of a page can be read.</summary>
public sealed class OtherObjectTests
{
    private const string Id = "10000000-0000-4000-8000-000000000000";
    private const string North = "a0000000-0000-4000-8000-000000000001";
    private const string South = "a0000000-0000-4000-8000-000000000002";

    public static TheoryData<string> Contradictions =>
    [
        $$$"""{"id":"{{{Id}}}","type":"job","title":"x","site_id":"{{{North}}}","site":{"id":"{{{South}}}","type":"site","name":"South"}}""",
        $$$"""{"id":"{{{Id}}}","type":"job","site":{"id":"{{{South}}}","name":"South"},"site_id":"{{{North}}}","title":"x"}""",
        $$$"""{"site":{"id":"{{{South}}}"},"site_id":"{{{North}}}","id":"{{{Id}}}"}""",
        $$$"""{"id":"{{{Id}}}","site_id":null,"site":{"id":"{{{South}}}"}}""",
        $$$"""{"id":"{{{Id}}}","site_id":"{{{South}}}","site":{"id":"{{{South}}}"},"site_id":"{{{North}}}"}""",
        $$$"""{"id":"{{{Id}}}","site_id":"{{{South}}}","site":{"id":"{{{South}}}"},"site":{"id":"{{{North}}}"}}""",
        $$$"""{"id":"{{{Id}}}","site_id":"{{{North[..^1]}}}","site":{"id":"{{{North}}}"}}""",
    ];

    public static TheoryData<string> Agreements =>
    [
        $$$"""{"id":"{{{Id}}}","site_id":"{{{South}}}","site":{"id":"{{{South}}}","name":"South"}}""",
        $$$"""{"id":"{{{Id}}}","site":{"id":"{{{South}}}","name":"South"},"site_id":"{{{South}}}"}""",
        $$$"""{"id":"{{{Id}}}","site_id":"{{{South.ToUpperInvariant()}}}","site":{"id":"{{{South}}}","name":"South"}}""",
        $$$"""{"id":"{{{Id}}}","site":{"id":"{{{South}}}","name":"South"}}""",
    ];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task An_embedded_object_other_than_the_linked_one_is_not_taken(string json)
    {
        FakeServer server = new FakeServer().Answer(HttpStatusCode.OK, json);
        using var app = new FieldApp(Transports.Options(server));
        UnreadableObjectException fault = await Assert.ThrowsAsync<UnreadableObjectException>(() => app.Jobs.Include(j => j.Site).GetAsync(Id));
        Assert.Equal(("job", "site", Id, "the object of 'site_id'"), (fault.Model, fault.Field, fault.ObjectId, fault.Expected));
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task A_record_is_not_taken_either(string json)
    {
        using var app = new FieldApp(Transports.Options(new FakeServer().Answer(HttpStatusCode.OK, json)));
        UnreadableObjectException fault = await Assert.ThrowsAsync<UnreadableObjectException>(() => app.Objects("job").GetAsync(Id));
        Assert.Equal(("job", "site", Id, "the object of 'site_id'"), (fault.Model, fault.Field, fault.ObjectId, fault.Expected));
        Assert.Throws<JsonException>(() => JourneyRecord.Parse(json, "job"));
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task The_linked_object_is_taken(string json)
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, json) };
        using var app = new FieldApp(Transports.Options(server));
        Assert.Equal("South", (await app.Jobs.Include(j => j.Site).GetAsync(Id)).Site?.Name);
        Assert.Equal("South", (await app.Objects("job").GetAsync(Id))["site"].Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_other_objects_of_the_page_are_read()
    {
        string row = $$$"""{"id":"{{{Id}}}","site_id":"{{{North}}}","site":{"id":"{{{South}}}"}}""";
        string page = $$$"""{"objects":[{"id":"{{{North}}}","title":"a"},{{{row}}},{"id":"{{{South}}}","title":"b","site_id":null}],"more":false}""";
        JourneyAppOptions options = Transports.Options(new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, page) });
        options.ReportUnreadableObjects = true;
        using var app = new FieldApp(options);
        await foreach (Page<Job> jobs in app.Jobs.AsPages())
        {
            Assert.Equal([North, South], jobs.Items.Select(static job => job.Id.Value));
            Assert.Equal((Id, "site"), (Assert.Single(jobs.Unreadable).ObjectId, jobs.Unreadable[0].Field));
        }
        await foreach (Page<JourneyRecord> jobs in app.Objects("job").All().AsPages())
        {
            Assert.Equal([North, South], jobs.Items.Select(static job => job.Id));
            Assert.Equal((Id, "site"), (Assert.Single(jobs.Unreadable).ObjectId, jobs.Unreadable[0].Field));
        }
    }

    [Fact]
    public async Task The_oplog_hands_such_an_object_over_as_unreadable()
    {
        string entries = $$$"""
            {"entries":[{"sequence":"7","operation":"update","object":
            {"id":"{{{Id}}}","type":"job","site_id":"{{{North}}}","site":{"id":"{{{South}}}","type":"site"} } }]}
            """;
        using var app = new FieldApp(Transports.Options(new FakeServer().Answer(HttpStatusCode.OK, entries)));
        OplogEntry entry = Assert.Single((await app.Oplog.ReadPageAsync()).Entries);
        Assert.NotNull(entry.Exception);
        Assert.Null(entry.Object);
    }

    [Fact]
    public void A_webhook_with_such_an_object_is_unreadable()
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $$$"""{"event":"update","sequence":"7","operation":"update","object":{"id":"{{{Id}}}","type":"job","site_id":"{{{North}}}","site":{"id":"{{{South}}}"} }}""");
        using var app = new FieldApp(Transports.Options(new FakeServer()));
        Assert.Throws<UnreadableObjectException>(() => app.CreateWebhookReader("secret").Read(body, WebhookReader.Sign(body, "secret")));
    }

    [Fact]
    public async Task An_object_of_another_model_is_not_taken_typed_or_as_a_record()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, $$$"""{"id":"{{{Id}}}","type":"site"}""") };
        using var app = new FieldApp(Transports.Options(server));
        Assert.Equal("type", (await Assert.ThrowsAsync<UnreadableObjectException>(() => app.Jobs.GetAsync(Id))).Field);
        Assert.Equal("type", (await Assert.ThrowsAsync<UnreadableObjectException>(() => app.Objects("job").GetAsync(Id))).Field);
    }

    [Theory]
    [InlineData("""{"objects":[],"more":"true"}""")]
    [InlineData("""{"objects":[],"more":1}""")]
    [InlineData("""{"objects":[],"more":{}}""")]
    [InlineData("""{"objects":{},"more":false}""")]
    [InlineData("""{"objects":null}""")]
    [InlineData("""{"more":false}""")]
    public async Task A_page_that_does_not_tell_whether_it_is_the_last_one_ends_no_list(string page)
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, page) };
        using var app = new FieldApp(Transports.Options(server));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.ToListAsync());
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Objects("job").All().ToListAsync());
    }

    [Fact]
    public async Task A_page_that_is_only_a_list_is_read_typed_and_as_records()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, $$$"""[{"id":"{{{Id}}}"}]""") };
        using var app = new FieldApp(Transports.Options(server));
        Assert.Equal(Id, Assert.Single(await app.Jobs.ToListAsync()).Id.Value);
        Assert.Equal(Id, Assert.Single(await app.Objects("job").All().ToListAsync()).Id);
    }

    [Fact]
    public void Comparing_an_embedded_object_with_its_link_allocates_nothing()
    {
        const int Times = 1000;
        string related = $$$"""{"id":"{{{South}}}","name":"South"}""";
        string alone = $$$"""{"id":"{{{Id}}}","title":"x","site_id":"{{{South}}}","site":null}""";
        string whole = alone.Replace("null", related, StringComparison.Ordinal);
        long together = Measured(() => Read.One<Job>(whole), whole);
        long apart = Measured(() => Read.One<Job>(alone), alone) + Measured(() => Read.One<Site>(related), related);
        TestContext.Current.TestOutputHelper?.WriteLine($"{together} bytes for an object with an embedded one, {apart} for the two alone");
        Assert.True(together <= apart, $"{together} bytes instead of {apart}");

        // What one reading allocates, without the bytes of the text itself.
        static long Measured(Action read, string json)
        {
            for (int i = 0; i < 10; i++) read();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Times; i++) read();
            long all = GC.GetAllocatedBytesForCurrentThread() - before;
            before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Times; i++) Encoding.UTF8.GetBytes(json);
            return (all - (GC.GetAllocatedBytesForCurrentThread() - before)) / Times;
        }
    }
}
