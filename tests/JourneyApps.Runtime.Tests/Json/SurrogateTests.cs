using System.Net;
using System.Text;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Json;

/// <summary>A text with half of a surrogate pair is refused by name, on every way to the server, and never replaced by U+FFFD.</summary>
public sealed class SurrogateTests
{
    private static readonly string[] Texts = ["\ud800", "a\ud800b", "\udc00", "\udc00\ud800", "quote\" \ud83d", "\ud83d\ud83d\ude00"];

    // By number: names of tests and their arguments pass through UTF-8 themselves.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_text_that_UTF_8_cannot_express_is_refused_by_name_and_nothing_is_sent(int number)
    {
        string text = Texts[number];
        var server = new FakeServer();
        using var app = new FieldApp(Transports.Options(server));

        Assert.Contains("job.title", (await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.CreateAsync(new Job { Title = text }))).Message, StringComparison.Ordinal);
        Assert.Contains("'title'", Assert.Throws<ArgumentException>(() => new JourneyRecord("job")["title"] = text).Message, StringComparison.Ordinal);
        Assert.Contains("'tags'", Assert.Throws<ArgumentException>(() => new JourneyRecord("job")["tags"] = new[] { "a", text }).Message, StringComparison.Ordinal);
        Assert.Contains("title", (await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.Where(j => j.Title == text).ToListAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("title", (await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.CountAsync(j => j.Title.Contains(text)))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.WhereExpression("title = ?", text).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.WhereExpression($"title = '{text}'").ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.SearchAsync(text));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Objects("job").Where("title in ?", RecordValue.List("a", text)).ToListAsync());
        Assert.Throws<ArgumentException>(() => Photo.FromBytes(new byte[1], text));
        Assert.Throws<ArgumentException>(() => Id<Job>.FromKey(Guid.NewGuid(), text));
        Assert.ThrowsAny<ArgumentException>(() => new Track($"[\"{text}\"]"));

        BatchReport report = await app.WriteAsync([BatchOperation.Create(new Job { Title = text })]);
        Assert.Equal((1, BatchStatus.NotAttempted), (report.Total, report.NotDone[0].Status));
        Assert.Contains("job.title", report.NotDone[0].Exception!.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    /// <summary>A server can send bytes that are not UTF-8, and half a pair as an escape. Writing the object back would change the text.</summary>
    [Fact]
    public async Task A_text_that_was_read_and_is_not_UTF_8_is_not_sent_back_as_another()
    {
        foreach (byte[] text in (byte[][])["\\ud800"u8.ToArray(), [0xff], [(byte)'a', 0xc3, 0x28], "a\\udc00\\ud800"u8.ToArray()])
        {
            var server = new FakeServer();
            using var app = new FieldApp(Transports.Options(server));
            RecordValue value = System.Text.Json.JsonDocument.Parse((byte[])[(byte)'"', .. text, (byte)'"']).RootElement;
            RecordValue nested = System.Text.Json.JsonDocument.Parse((byte[])[.. "{\"a\":[\""u8, .. text, .. "\"]}"u8]).RootElement;
            foreach (RecordValue invalid in (RecordValue[])[value, nested])
            {
                Assert.Contains("'title'", Assert.Throws<ArgumentException>(() => new JourneyRecord("job")["title"] = invalid).Message, StringComparison.Ordinal);
                Assert.Contains("'tags'", Assert.Throws<ArgumentException>(() => new JourneyRecord("job")["tags"] = RecordValue.List("a", invalid)).Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<ArgumentException>(() => app.Objects("job").Where("title = ?", invalid).ToListAsync());
                Assert.True(invalid.Equals(invalid));
                Assert.False(invalid.Equals((RecordValue)"\ufffd"));
            }

            Assert.Null(value.Text);
            Assert.Empty(server.Requests);
        }
    }

    [Fact]
    public async Task An_object_with_a_text_that_is_not_UTF_8_is_not_replaced()
    {
        const string Id = "10000000-0000-4000-8000-000000000000";
        var server = new FakeServer
        {
            Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, $$"""{"id":"{{Id}}","type":"job","updated_at":"2026-01-01T00:00:00Z","title":"\ud800"}"""),
        };
        using var app = new FieldApp(Transports.Options(server));
        JourneyRecord job = await app.Objects("job").GetAsync(Id);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => app.Objects("job").ReplaceAsync(job));
        BatchReport report = await app.WriteAsync([BatchOperation.CreateOrUpdate(job)]);
        Assert.Single(report.NotDone);
        Assert.DoesNotContain(server.Requests, request => request.Body?.Contains("ufffd", StringComparison.OrdinalIgnoreCase) == true || request.Body?.Contains('\ufffd') == true);
    }

    [Fact]
    public async Task Whole_pairs_are_sent_as_they_are()
    {
        const string Text = "a\ud83d\ude00b\"\ud83d\ude00";
        var server = new FakeServer();
        server.Otherwise = request => FakeServer.Response(HttpStatusCode.OK, $$"""{"id":"{{request.Uri.AbsolutePath.Split('/')[^1].Split('.')[0]}}"}""");
        using var app = new FieldApp(Transports.Options(server));
        await app.Jobs.CreateAsync(new Job { Title = Text });
        Assert.Contains("a\ud83d\ude00b\\\"\ud83d\ude00", server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_is_stored_as_it_is_or_not_at_all_and_a_damaged_one_names_its_file()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var store = new FileCheckpointStore(file);
            await Assert.ThrowsAnyAsync<ArgumentException>(() => store.SaveAsync("1:5:\ud800", default).AsTask());
            Assert.False(File.Exists(file) || File.Exists(file + ".new"));

            using var app = new FieldApp(Transports.Options(new FakeServer()));
            foreach (byte[] damaged in (byte[][])[[0xFF, 0xFE], Encoding.UTF8.GetBytes("1:-5:x"), Encoding.UTF8.GetBytes("last:-5"), "x"u8.ToArray()])
            {
                await File.WriteAllBytesAsync(file, damaged);
                FormatException fault = await Assert.ThrowsAsync<FormatException>(() => app.Oplog.FollowAsync(store, (_, _) => Task.CompletedTask));
                Assert.Contains(file, fault.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
