using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Oplog;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Hostile;

public sealed class HostileServerTests
{
    // The first of the calls below; the others are not about one model.
    private const int CallsOnJobs = 8;

    private static readonly string[] Fields =
    [
        "title", "notes", "crew", "cost", "due", "started_at", "done", "state", "priority", "tags", "ratings", "position", "photo", "photo_id", "sign", "manual", "manual_id",
        "route", "site_id", "parent_id", "display", "updated_at",
    ];

    [Fact]
    public async Task Ten_thousand_nasty_answers_give_results_or_the_librarys_own_exceptions()
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        var nasty = new NastyJson(random);
        byte[] body = [];
        var server = new FakeServer
        {
            Otherwise = _ => new HttpResponseMessage(random.Next(5) == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK)
            { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } },
        };
        JourneyAppOptions options = Transports.Options(server);
        options.MaxAttempts = 1;
        using var app = new FieldApp(options);
        Func<Task>[] calls =
        [
            () => app.Jobs.FindAsync(new Job().Id),
            () => app.Jobs.Take(5).ToListAsync(),
            () => app.Jobs.CountAsync(),
            () => app.Jobs.CountAsync(j => j.Crew > 3),
            () => app.Jobs.CreateAsync(new Job { Title = "x" }),
            () => app.Jobs.UpdateAsync(new Job(new Job().Id) { Title = "x" }),
            () => app.Jobs.DeleteAsync(new Job().Id),
            () => app.Jobs.SearchAsync("x"),
            () => app.Oplog.ReadPageAsync(options: new FollowOptions { ContinueOnBreakingDataModelChange = true }),
            () => app.WriteAsync([BatchOperation.Create(new Job { Title = "x" }), BatchOperation.CreateIfMissing(new Job()), BatchOperation.Delete(new Job().Id)]),
            () => app.Deployment.GetDataModelAsync(),
        ];

        int results = 0, faults = 0;
        for (int i = 0; i < 10_000; i++)
        {
            body = nasty.Next();
            server.Requests.Clear();
            int call = random.Next(calls.Length);
            try
            {
                await calls[call]();
                results++;
            }
            catch (JourneyApiException fault)
            {
                faults++;
                // An object within the object is blamed under its own name.
                string blamed = fault is not UnreadableObjectException blame ? "job" : blame.Field is null ? $"{blame.Model}" : $"{blame.Model}.{blame.Field}";
                if (call < CallsOnJobs) Assert.Contains(blamed, fault.Message, StringComparison.Ordinal);
            }
            catch (Exception fault)
            {
                Assert.Fail($"Call {call} threw {fault} on {Encoding.Latin1.GetString(body)}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{results} results, {faults} faults");
        Assert.True(results > 500 && faults > 500, $"{results} results, {faults} faults: the answers are not varied enough to test anything.");
    }

    [Fact]
    public async Task Of_ten_thousand_values_in_the_wrong_place_each_is_taken_or_blamed_on_its_field()
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        var nasty = new NastyJson(random);
        string body = "";
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, body) };
        JourneyAppOptions options = Transports.Options(server);
        options.MaxAttempts = 1;
        using var app = new FieldApp(options);
        int results = 0, blamed = 0;
        for (int i = 0; i < 10_000; i++)
        {
            string field = Fields[random.Next(Fields.Length)], id = new Job().Id.Value;
            bool inList = random.Next(2) == 0;
            string broken = $$"""{"title":"x","{{field}}":{{nasty.NextValue()}},"id":"{{id}}"}""";
            body = inList ? $$"""{"objects":[{"id":"{{new Job().Id}}"},{{broken}}],"more":false}""" : broken;
            server.Requests.Clear();
            try
            {
                if (inList) Assert.Equal(2, (await app.Jobs.ToListAsync()).Count);
                else Assert.Equal(id, (await app.Jobs.GetAsync(id)).Id.Value);
                results++;
            }
            catch (JourneyApiException fault)
            {
                blamed++;
                Assert.True(fault.Message.Contains($"job.{field} of object {id}", StringComparison.Ordinal) || !IsJson(body), $"seed {seed}: {fault} on {body}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {results} taken, {blamed} blamed");
        Assert.True(results > 500 && blamed > 500, $"{results} taken, {blamed} blamed: the values are not varied enough to test anything.");
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
