using System.Diagnostics;
using System.Net;
using Acme.Field;
using JourneyApps.Deployments;
using JourneyApps.Emulator;
using JourneyApps.Http;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>Cancelling ends every wait and every stream at once, while the clock stands still.</summary>
public sealed class CancellationTests
{
    private static readonly Job WithPhoto = new(new Job().Id)
    { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = "https://run.journeyapps.com/a" }) };

    private static readonly Dictionary<string, Func<Waiting, Task>> Waits = new()
    {
        ["for the answer"] = waiting =>
        {
            waiting.Server.AnswerAsync(waiting.NeverAsync);
            return waiting.App().Jobs.FindAsync(new Job().Id, waiting.Token);
        },
        ["within the answer"] = waiting =>
        {
            waiting.Server.Answer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(waiting.Stall(isOurs: true)) });
            return waiting.App().Jobs.ToListAsync(waiting.Token);
        },
        ["between attempts"] = waiting =>
        {
            waiting.Server.Answer(_ => waiting.Then(HttpStatusCode.InternalServerError));
            return waiting.App().Jobs.UpdateAsync(new Job(new Job().Id) { Title = "x" }, waiting.Token);
        },
        ["for the gate of a 429"] = waiting =>
        {
            waiting.Server.Answer(_ => waiting.Then(HttpStatusCode.TooManyRequests));
            return waiting.App().Jobs.CountAsync(waiting.Token);
        },
        ["for the own rate limit"] = async waiting =>
        {
            waiting.Server.Otherwise = _ => waiting.Then(HttpStatusCode.OK, """{"count":1}""");
            FieldApp app = waiting.App(options => options.RateLimit = new RequestRateLimit(0.01, 1));
            while (true) await app.Jobs.CountAsync(waiting.Token);
        },
        ["for a credential"] = waiting =>
        {
            FieldApp app = waiting.App(options => options.Credential = JourneyCredential.FromProvider(async token =>
            {
                waiting.Begun();
                await Task.Delay(Timeout.Infinite, token);
                throw new UnreachableException();
            }));
            return app.Jobs.CountAsync(waiting.Token);
        },
        ["for new entries of the log"] = async waiting =>
        {
            waiting.Server.Answer(_ => waiting.Then(HttpStatusCode.OK, """{"entries":[]}"""));
            await foreach (OplogPage page in waiting.App().Oplog.FollowAsync(cancellationToken: waiting.Token)) Assert.NotNull(page);
        },
        ["for a file to arrive"] = waiting =>
        {
            waiting.Server.Answer(_ => waiting.Then(HttpStatusCode.OK, """{"id":"a","photo_id":"p"}"""));
            return waiting.App().Jobs.WaitUntilUploadedAsync(new Job("a"), j => j.Photo, cancellationToken: waiting.Token);
        },
        ["between attempts of a batch's operations"] = waiting =>
        {
            waiting.Server.Answer(_ => waiting.Then(HttpStatusCode.OK, """{"operations":[{"success":false,"error":{"type":"INTERNAL_SERVER_ERROR"}}]}"""));
            return waiting.App().WriteAsync([BatchOperation.Create(new Job())], cancellationToken: waiting.Token);
        },
        ["for a batch's sequence"] = waiting => waiting.App().WriteAsync(NeverAsync(waiting, waiting.Token), cancellationToken: waiting.Token),
        ["within a page of the untyped view"] = waiting =>
        {
            waiting.Server.Answer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(waiting.Stall(isOurs: true)) });
            return waiting.App().Objects("job").All().ToListAsync(waiting.Token);
        },
        ["for objects that changed"] = async waiting =>
        {
            waiting.Server.AnswerAsync(waiting.NeverAsync);
            await foreach (Job job in waiting.App().Jobs.ChangedSince(DateTimeOffset.UnixEpoch).WithCancellation(waiting.Token)) Assert.NotNull(job);
        },
        ["in a stream handed to LINQ"] = async waiting =>
        {
            waiting.Server.AnswerAsync(waiting.NeverAsync);
            await foreach (Job job in waiting.App().Jobs.AsAsyncEnumerable().WithCancellation(waiting.Token)) Assert.NotNull(job);
        },
        ["within a slice of ids"] = waiting =>
        {
            waiting.Server.AnswerAsync(waiting.NeverAsync);
            return waiting.App().Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync(waiting.Token);
        },
        ["within a delete by query"] = waiting =>
        {
            waiting.Server.AnswerAsync(waiting.NeverAsync);
            return waiting.App().Jobs.Where(j => j.Crew > 1).DeleteAllAsync(cancellationToken: waiting.Token);
        },
        ["for the app's users"] = async waiting =>
        {
            waiting.Server.AnswerAsync(waiting.NeverAsync);
            await foreach (DeploymentUser user in waiting.App().Deployment.Users.ListAsync(waiting.Token)) Assert.NotNull(user);
        },
        ["for a fresh credential after a refusal"] = waiting =>
        {
            waiting.Server.Answer(HttpStatusCode.Unauthorized);
            int asked = 0;
            FieldApp app = waiting.App(options => options.Credential = JourneyCredential.FromProvider(async token =>
            {
                if (asked++ == 0) return JourneyCredential.NamedToken("O:old");
                waiting.Begun();
                await Task.Delay(Timeout.Infinite, token);
                throw new UnreachableException();
            }));
            return app.Jobs.CountAsync(waiting.Token);
        },
        ["in a handler of the log"] = waiting =>
        {
            waiting.Server.Answer(HttpStatusCode.OK, """{"entries":[{"sequence":1,"operation":"delete","object":{"id":"a","type":"job"}}]}""");
            return waiting.App().Oplog.FollowAsync(new NoStore(), async (_, token) =>
            {
                waiting.Begun();
                await Task.Delay(Timeout.Infinite, token);
            }, cancellationToken: waiting.Token);
        },
        ["within an upload's source"] = waiting =>
        {
            waiting.Server.Answer(HttpStatusCode.OK);
            return waiting.App().Jobs.CreateAsync(new Job { Photo = Photo.FromStream(_ => new(waiting.Stall(isOurs: true)), "a.jpg") }, waiting.Token);
        },
        ["within a download"] = waiting =>
        {
            waiting.Server.Answer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(waiting.Stall(isOurs: true)) });
            return waiting.App().Jobs.DownloadAsync(WithPhoto, j => j.Photo, FileVariant.Original, Stream.Null, null, waiting.Token);
        },
        ["between two pages"] = async waiting =>
        {
            waiting.Server.Answer(HttpStatusCode.OK, """{"objects":[{"id":"a"}],"more":true}""").AnswerAsync(waiting.NeverAsync);
            await foreach (Job job in waiting.App().Jobs.WithCancellation(waiting.Token)) Assert.Equal("a", job.Id.Value);
        },
        ["for a mirror's next look at the log"] = waiting =>
        {
            waiting.Server.Otherwise = request => request.Uri.AbsolutePath.EndsWith("oplog.json", StringComparison.Ordinal)
                ? FakeServer.Response(HttpStatusCode.OK, """{"entries":[]}""") : FakeServer.Response(HttpStatusCode.OK, """{"objects":[],"more":false}""");
            var listener = new Mirror.Listener(progress =>
            {
                if (progress.Event == MirrorEvent.UpToDate) waiting.Begun();
            });
            return waiting.App().CreateMirror(new MirrorBuilder().Add<Job>(new Mirror.Copy()), new MirrorOptions { Progress = listener }).RunAsync(waiting.Token);
        },
        ["within a webhook's body"] = waiting =>
            waiting.App().CreateWebhookReader("secret").ReadAsync(waiting.Stall(), new string('0', 64), waiting.Token).AsTask(),
        ["within a download's target"] = waiting =>
        {
            waiting.Server.Answer(HttpStatusCode.OK, "file");
            return waiting.App().Jobs.DownloadAsync(WithPhoto, j => j.Photo, FileVariant.Original, waiting.Stall(), null, waiting.Token);
        },
    };

    public static TheoryData<string> Names => [.. Waits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cancelling_ends_it_at_once(string wait)
    {
        using var waiting = new Waiting();
        Task work = Waits[wait](waiting);
        await waiting.HasBegun.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(20);
        Assert.False(work.IsCompleted, $"{work.Exception}");

        var clock = Stopwatch.StartNew();
        await waiting.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"It took {clock.Elapsed}.");
        Assert.IsNotType<TimeoutException>(canceled.InnerException);
        Assert.Equal(0, waiting.Time.Pending);
        Assert.All(waiting.Streams, stream => Assert.NotEqual(stream.IsOurs, stream.CanRead));
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("body")]
    [InlineData("batch")]
    [InlineData("upload")]
    public async Task Over_real_sockets_too_and_the_connection_goes_with_it(string where)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(300);
        app.Emulator.Faults.Add((where == "body" ? Fault.Delay(TimeSpan.FromMinutes(5)) : Fault.Hang()) with { Times = 1 });
        using var canceling = new CancellationTokenSource();
        Task work = where switch
        {
            "batch" => app.Client.WriteAsync(jobs.Select(BatchOperation.Delete), cancellationToken: canceling.Token),
            "upload" => app.Jobs.UpdateAsync(new Job(jobs[0].Id) { Photo = Photo.FromBytes(new byte[300_000], "a.jpg") }, canceling.Token),
            _ => app.Jobs.ToListAsync(canceling.Token),
        };
        await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 1);

        var clock = Stopwatch.StartNew();
        await canceling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"It took {clock.Elapsed}.");
        // Nothing is left waiting at the other end: the connection was closed.
        await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 0);
        Assert.Equal(300, await app.Jobs.CountAsync());
    }

    private static async IAsyncEnumerable<BatchOperation> NeverAsync(
        Waiting waiting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return BatchOperation.Create(new Job());
        waiting.Begun();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>What a test waits in, and the means to end it.</summary>
    private sealed class Waiting : IDisposable
    {
        private readonly CancellationTokenSource _canceling = new();
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private FieldApp? _app;

        public FakeServer Server { get; } = new();

        public ManualTime Time { get; } = new();

        /// <summary>The streams that somebody waited in.</summary>
        public List<Stalled> Streams { get; } = [];

        public CancellationToken Token => _canceling.Token;

        public Task HasBegun => _begun.Task;

        public void Begun() => _begun.TrySetResult();

        public Task CancelAsync() => _canceling.CancelAsync();

        public FieldApp App(Action<JourneyAppOptions>? more = null)
        {
            JourneyAppOptions options = Transports.Options(Server, Time);
            more?.Invoke(options);
            return _app = new FieldApp(options);
        }

        /// <summary>A stream that the library has to dispose, or one of the caller's, which it must not.</summary>
        public Stalled Stall(bool isOurs = false)
        {
            Streams.Add(new Stalled(this, isOurs));
            return Streams[^1];
        }

        public HttpResponseMessage Then(HttpStatusCode status, string body = "")
        {
            Begun();
            return FakeServer.Response(status, body);
        }

        public async Task<HttpResponseMessage> NeverAsync(FakeRequest request, CancellationToken cancellationToken)
        {
            Begun();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new UnreachableException();
        }

        public void Dispose()
        {
            _app?.Dispose();
            _canceling.Dispose();
        }
    }

    private sealed class NoStore : ICheckpointStore
    {
        public ValueTask<string?> LoadAsync(CancellationToken cancellationToken) => default;

        public ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken) => default;
    }

    /// <summary>A stream that never gives or takes anything.</summary>
    private sealed class Stalled(Waiting waiting, bool isOurs) : MemoryStream
    {
        public bool IsOurs => isOurs;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            waiting.Begun();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            waiting.Begun();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
