using System.Net;
using JourneyApps.Emulator;
using JourneyApps.Http;
using JourneyApps.Internal.Transport.Attempts;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Records;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>The rate at which requests are sent: a bucket before the first 429, and half of its rate after one.</summary>
public sealed class RequestThrottleTests
{
    private static readonly RequestRateLimit Limit = new(20, 300);

    // Processes on one deployment for ten minutes, each with four lanes: what the server answers and what it refuses.
    [Theory]
    [InlineData(1, 30, 20, 0)]
    [InlineData(1, 150, 20, 0)]
    [InlineData(1, 300, 13, 0)]
    [InlineData(2, 150, 19, 20)]
    [InlineData(2, 300, 19, 20)]
    [InlineData(3, 150, 19, 30)]
    public void Processes_share_the_limit_of_a_deployment(int processes, int latencyMilliseconds, double leastPerSecond, int mostRefusals)
    {
        var time = new ManualTime();
        DateTimeOffset start = time.GetUtcNow(), end = start.AddMinutes(10);
        var random = new Random(TestSeed.Next());
        RequestThrottle[] throttles = [.. Enumerable.Range(0, processes).Select(_ => new RequestThrottle(Limit, time))];
        PriorityQueue<int, DateTimeOffset> lanes = new();
        for (int lane = 0; lane < processes * 4; lane++) lanes.Enqueue(lane % processes, start.AddMilliseconds(random.Next(10)));
        double tokens = 1200;
        DateTimeOffset filled = start;
        int answered = 0, refused = 0;
        while (lanes.TryDequeue(out int process, out DateTimeOffset at) && at < end)
        {
            if (at > time.GetUtcNow()) time.Advance(at - time.GetUtcNow());
            RequestThrottle throttle = throttles[process];
            if (!throttle.TryEnter(out long entered, out TimeSpan wait))
            {
                lanes.Enqueue(process, time.GetUtcNow() + wait + TimeSpan.FromMilliseconds(random.NextDouble()));
                continue;
            }
            tokens = Math.Min(1200, tokens + (20 * (time.GetUtcNow() - filled).TotalSeconds));
            filled = time.GetUtcNow();
            if (tokens >= 1)
            {
                tokens--;
                answered++;
                throttle.Passed(entered);
                lanes.Enqueue(process, time.GetUtcNow().AddMilliseconds(latencyMilliseconds * (0.8 + (0.4 * random.NextDouble()))));
            }
            else
            {
                refused++;
                throttle.Close(entered, null, TimeSpan.FromMinutes(5));
                lanes.Enqueue(process, time.GetUtcNow());
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{answered / 600.0:F1} answered a second, {refused} refused");
        Assert.InRange(answered / 600.0, leastPerSecond, 22.1);
        Assert.InRange(refused, 0, mostRefusals);
    }

    [Fact]
    public async Task A_refusal_empties_the_bucket_and_halves_its_rate()
    {
        var time = new ManualTime { RunsByItself = true };
        var throttle = new RequestThrottle(Limit, time);
        long entered = (await throttle.EnterAsync(null, default))!.Value;
        throttle.Close(entered, null, TimeSpan.FromMinutes(5));
        DateTimeOffset before = time.GetUtcNow();
        for (int i = 0; i < 11; i++) await throttle.EnterAsync(null, default);
        // A second because of the refusal, in which ten requests collect, and a tenth of a second for the eleventh.
        Assert.Equal(1.1, (time.GetUtcNow() - before).TotalSeconds, 0.02);
    }

    [Fact]
    public void The_rate_grows_back_with_each_response()
    {
        var time = new ManualTime();
        var throttle = new RequestThrottle(Limit, time);
        Assert.True(throttle.TryEnter(out long entered, out _));
        throttle.Close(entered, null, TimeSpan.FromMinutes(5));
        time.Advance(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 2500; i++) throttle.Passed(entered);
        while (throttle.TryEnter(out _, out _)) { }
        Assert.False(throttle.TryEnter(out _, out TimeSpan wait));
        Assert.Equal(1 / 15.0, wait.TotalSeconds, 0.001);
    }

    [Fact]
    public async Task Requests_enter_in_their_order_of_arrival()
    {
        var time = new ManualTime();
        var throttle = new RequestThrottle(new RequestRateLimit(1, 1), time);
        Assert.NotNull(await throttle.EnterAsync(null, default));
        List<Task> waiting = [];
        List<int> order = [];
        for (int i = 0; i < 5; i++) waiting.Add(EnterAsync(i));
        while (!waiting.TrueForAll(static one => one.IsCompleted))
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
        Assert.Equal([0, 1, 2, 3, 4], order);

        async Task EnterAsync(int number)
        {
            Assert.NotNull(await throttle.EnterAsync(null, default));
            lock (order) order.Add(number);
        }
    }

    [Fact]
    public async Task A_wait_beyond_the_deadline_fails_at_once_and_names_the_limit()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK) };
        using ApiTransport transport = Transports.To(server, new ManualTime(), options => options.RateLimit = new RequestRateLimit(0.001, 1));
        await transport.SendAsync(Transports.Read);
        TooManyRequestsException fault = await Assert.ThrowsAsync<TooManyRequestsException>(() => transport.SendAsync(Transports.Read));
        Assert.Contains("RateLimit", fault.Message, StringComparison.Ordinal);
        Assert.Equal((1, WriteOutcome.NotApplied), (server.Requests.Count, fault.Outcome));
    }

    [Fact]
    public async Task Clients_of_one_deployment_share_a_bucket_and_others_do_not()
    {
        var time = new ManualTime { RunsByItself = true };
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK) };
        DateTimeOffset before = time.GetUtcNow();
        // A client for each call does not begin with a full bucket.
        for (int i = 0; i < 5; i++)
        {
            using ApiTransport transport = Transports.To(server, time, options => options.RateLimit = new RequestRateLimit(1, 2));
            await transport.SendAsync(Transports.Read);
        }
        Assert.Equal(3, (time.GetUtcNow() - before).TotalSeconds, 0.05);

        before = time.GetUtcNow();
        using ApiTransport other = Transports.To(server, time, options =>
        {
            options.RateLimit = new RequestRateLimit(1, 2);
            options.BaseAddress = new Uri("https://y.backend.us.journeyapps.com/api/v4/d");
        });
        for (int i = 0; i < 2; i++) await other.SendAsync(Transports.Read);
        Assert.Equal(before, time.GetUtcNow());
    }

    [Theory]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4/d", true)]
    [InlineData("http://localhost:5000/api/v4/d", false)]
    public void The_platform_has_a_limit_by_default_and_this_machine_has_none(string address, bool isLimited)
    {
        var options = new JourneyAppOptions { BaseAddress = new Uri(address), Credential = JourneyCredential.NamedToken("t") };
        Assert.Equal(isLimited ? Limit : null, options.RateLimit);
        options.RateLimit = null;
        Assert.Null(options.RateLimit);
        options.RateLimit = new RequestRateLimit(5, 6);
        Assert.Equal(new RequestRateLimit(5, 6), options.RateLimit);
    }

    // The platform's bucket, fifty times as fast.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Eight_tasks_on_one_client_succeed_and_with_the_limit_nothing_is_refused(bool isLimited)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(
            options =>
            {
                options.RateLimit = isLimited ? new RequestRateLimit(100, 100) : null;
                options.MaxAttempts = 20;
            },
            options => options with { RateLimit = new EmulatorRateLimit(100, 150) });
        int calls = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref calls) <= 400)
            {
                await foreach (Page<JourneyRecord> page in app.Client.Objects("job").All().AsPages()) Assert.Empty(page.Items);
            }
        })));
        int refused = app.Emulator.Requests.Count(request => request.StatusCode == 429);
        TestContext.Current.TestOutputHelper?.WriteLine($"{refused} refused");
        if (isLimited) Assert.Equal(0, refused);
        else Assert.NotEqual(0, refused);
    }
}
