using System.Net;
using Acme.Field;
using JourneyApps.Oplog;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Hostile;

/// <summary>One 429 (or 503) with each kind of <c>Retry-After</c>, then a healthy server: every way to call it goes on or fails at once, and says why.</summary>
public sealed class RetryAfterCampaign
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        ["none"] = null,
        ["0"] = "0",
        ["-1"] = "-1",
        ["text"] = "abc",
        ["fraction"] = "1.5",
        ["two"] = "5, 6",
        ["past"] = "Thu, 01 Jan 2015 00:00:00 GMT",
        ["short"] = "7",
        ["hour"] = "3600",
        ["day"] = "86400",
        ["int"] = "2147483647",
        ["long"] = "9223372036854775807",
        ["longer"] = new string('9', 40),
        ["year 9999"] = "Fri, 31 Dec 9999 23:59:59 GMT",
    };

    private static readonly string[] Long = ["hour", "day", "int", "long", "longer", "year 9999"];

    private static readonly Dictionary<string, Func<FieldApp, CancellationToken, Task>> Calls = new()
    {
        ["call"] = (app, token) => app.Jobs.CountAsync(token),
        ["write"] = (app, token) => app.Jobs.UpdateAsync(new Job(new Job().Id) { Title = "x" }, token),
        ["batch"] = async (app, token) =>
        {
            BatchReport report = await app.WriteAsync([BatchOperation.Delete(new Job().Id)], cancellationToken: token);
            Assert.Equal(1, report.Total);
            if (report.NotDone is [{ Exception: { } fault }]) throw fault;
            report.ThrowIfNotDone();
        },
        ["create or update"] = async (app, token) =>
        {
            BatchReport report = await app.WriteAsync([BatchOperation.CreateOrUpdate(new Job { Title = "x" })], cancellationToken: token);
            if (report.NotDone is [{ Exception: { } fault }]) throw fault;
        },
        ["upload"] = (app, token) => app.Jobs.WithOptions(new RequestOptions { Deadline = TimeSpan.FromMinutes(1) }).UpdateAsync(
            new Job(new Job().Id) { Photo = Photo.FromBytes(new byte[3], "a.jpg") }, token),
        ["download"] = (app, token) => app.Jobs.WithOptions(new RequestOptions { Deadline = TimeSpan.FromMinutes(1) }).DownloadAsync(
            new Job(new Job().Id) { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = "https://run.journeyapps.com/a" }) },
            j => j.Photo, FileVariant.Original, Stream.Null, null, token),
        ["list"] = (app, token) => app.Jobs.ToListAsync(token),
        ["complete list"] = (app, token) => app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync(token),
        ["oplog follow"] = async (app, token) =>
        {
            await foreach (OplogPage page in app.Oplog.FollowAsync(cancellationToken: token)) return;
        },
        ["mirror"] = (app, token) => app.CreateMirror(new Mirroring.MirrorBuilder().Add<Job>(new Mirror.Copy())).CatchUpAsync(token),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wait_longer_than_the_deadline_fails_at_once_and_the_next_calls_name_the_429(string call)
    {
        int failed = 0;
        foreach ((string name, string? value) in Values)
        {
            var time = new ManualTime { RunsByItself = true };
            FakeServer server = Server(value, HttpStatusCode.TooManyRequests);
            using var app = new FieldApp(Transports.Options(server, time));
            DateTimeOffset before = time.GetUtcNow();
            JourneyApiException? fault = await FaultOfAsync(Calls[call], app);
            Assert.True((fault is TooManyRequestsException) == Long.Contains(name), $"{call} after {name}: {fault}");
            Assert.True(time.GetUtcNow() - before < TimeSpan.FromSeconds(30), $"{call} after {name} took {time.GetUtcNow() - before}");
            if (fault is null) continue;

            failed++;
            Assert.Equal(WriteOutcome.NotApplied, fault.Outcome);
            Assert.True(fault.RetryAfter >= TimeSpan.FromMinutes(4) && fault.RetryAfter <= TimeSpan.FromDays(24), $"{name}: {fault.RetryAfter}");
            Assert.Matches("[0-9] s", fault.Message);
            if (call == "download") continue;

            // The next calls are not sent and do not wait; they say why.
            int requests = server.Requests.Count;
            foreach (string next in (string[])["call", "write", "batch", "oplog follow", "list"])
            {
                TooManyRequestsException refused = Assert.IsType<TooManyRequestsException>(await FaultOfAsync(Calls[next], app));
                Assert.Contains("429", refused.Message, StringComparison.Ordinal);
                Assert.Equal((WriteOutcome.NotApplied, HttpStatusCode.TooManyRequests, true), (refused.Outcome, refused.StatusCode, refused.IsTransient));
                Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
            }
            Assert.Equal(requests, server.Requests.Count);

            // MaxRetryAfter has passed: the client works again, whatever the server asked for.
            time.Advance(TimeSpan.FromMinutes(5));
            Assert.Null(await FaultOfAsync(Calls[call], app));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{call}: {Values.Count} values of Retry-After, {failed} failed at once, every next call named the 429");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wait_is_capped_and_waited_out_where_the_deadline_allows_it(string call)
    {
        foreach (HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable])
        {
            foreach ((string name, string? value) in Values)
            {
                var time = new ManualTime { RunsByItself = true };
                JourneyAppOptions options = Transports.Options(Server(value, status), time);
                options.MaxRetryAfter = TimeSpan.FromSeconds(20);
                using var app = new FieldApp(options);
                DateTimeOffset before = time.GetUtcNow();
                Assert.Null(await FaultOfAsync(Calls[call], app));
                TimeSpan waited = time.GetUtcNow() - before;
                // A create that was refused with a 503 is looked up, and an oplog is polled: a few seconds more.
                Assert.True(waited <= TimeSpan.FromSeconds(30), $"{call} waited {waited} after {status} with {name}.");
                if (Long.Contains(name)) Assert.True(waited >= TimeSpan.FromSeconds(19), $"{call} waited {waited} after {status} with {name}.");
            }
        }
    }

    private static FakeServer Server(string? retryAfter, HttpStatusCode status)
    {
        bool refused = false;
        var server = new FakeServer();
        server.Otherwise = request =>
        {
            if (!refused)
            {
                refused = true;
                return FakeServer.Response(status, """{"type":"X"}""", more: response =>
                {
                    if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
                });
            }
            return FakeServer.Response(HttpStatusCode.OK, Healthy(request));
        };
        return server;
    }

    private static string Healthy(FakeRequest request)
        => request.Uri.AbsolutePath is var path && path.EndsWith("count.json", StringComparison.Ordinal) ? """{"count":1}"""
        : path.EndsWith("batch.json", StringComparison.Ordinal) ? """{"operations":[{"success":true}]}"""
        : path.EndsWith("oplog.json", StringComparison.Ordinal) ? request.Path.Contains("start=2", StringComparison.Ordinal)
            ? """{"entries":[]}""" : """{"entries":[{"sequence":1,"operation":"delete","object":{"id":"a","type":"job"}}]}"""
        : request.Method == "PATCH" ? $$"""{"id":"{{path.Split('/')[^1].Split('.')[0]}}"}"""
        : """{"objects":[],"more":false}""";

    private static async Task<JourneyApiException?> FaultOfAsync(Func<FieldApp, CancellationToken, Task> call, FieldApp app)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await call(app, stop.Token);
            return null;
        }
        catch (JourneyApiException fault)
        {
            return fault;
        }
    }
}
