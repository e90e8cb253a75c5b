using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Runtime.Tests.Http;

public sealed class TimeLimitTests
{
    private static readonly Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Never = async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new UnreachableException();
    };

    [Fact]
    public async Task No_answer_in_time_is_a_timeout_of_unknown_outcome()
    {
        var time = new ManualTime();
        using ApiTransport transport = Transports.To(new FakeServer().AnswerAsync(Never), time, options => options.MaxAttempts = 1);

        Task<string> sending = transport.SendAsync(Transports.Update);
        time.Advance(TimeSpan.FromSeconds(101));
        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => sending);
        Assert.Equal(TimeoutKind.Response, fault.Limit);
        Assert.Equal(WriteOutcome.Unknown, fault.Outcome);
    }

    [Fact]
    public async Task The_deadline_covers_all_attempts_and_tells_the_last_fault()
    {
        var time = new ManualTime();
        var server = new FakeServer().Answer(HttpStatusCode.BadGateway).AnswerAsync(Never);
        using ApiTransport transport = Transports.To(server, time, options => options.Deadline = TimeSpan.FromSeconds(60));

        Task<string> sending = transport.SendAsync(Transports.Update);
        await RetryTests.Until(() => server.Requests.Count == 1 && time.Pending >= 2);
        time.Advance(TimeSpan.FromSeconds(5));
        await RetryTests.Until(() => server.Requests.Count == 2);
        time.Advance(TimeSpan.FromSeconds(56));
        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => sending);
        Assert.Equal(TimeoutKind.Deadline, fault.Limit);
        Assert.Equal(HttpStatusCode.BadGateway, fault.StatusCode);
        Assert.Contains("502", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_is_no_timeout_and_ends_a_request_at_once()
    {
        using var canceling = new CancellationTokenSource();
        using ApiTransport transport = Transports.To(new FakeServer().AnswerAsync(Never), new ManualTime());

        Task<string> sending = transport.SendAsync(Transports.Update, canceling.Token);
        var clock = Stopwatch.StartNew();
        await canceling.CancelAsync();
        JourneyCanceledException canceled = await Assert.ThrowsAsync<JourneyCanceledException>(() => sending);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1));
        Assert.Equal(WriteOutcome.Unknown, canceled.Outcome);
        Assert.Equal(canceling.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task Cancellation_ends_the_pause_between_attempts_and_nothing_was_applied()
    {
        using var canceling = new CancellationTokenSource();
        var time = new ManualTime();
        var server = new FakeServer().Answer(HttpStatusCode.TooManyRequests);
        using ApiTransport transport = Transports.To(server, time);

        Task<string> sending = transport.SendAsync(Transports.Update, canceling.Token);
        await RetryTests.Until(() => time.Waits.Contains(TimeSpan.FromSeconds(1)));
        await canceling.CancelAsync();
        JourneyCanceledException canceled = await Assert.ThrowsAsync<JourneyCanceledException>(() => sending);
        Assert.Equal(WriteOutcome.NotApplied, canceled.Outcome);
    }

    [Fact]
    public async Task The_timeout_of_an_injected_client_is_named_as_such()
    {
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.MaxAttempts = 1;
        using var client = new HttpClient(new FakeServer().AnswerAsync(Never)) { Timeout = TimeSpan.FromMilliseconds(30) };
        using var transport = new ApiTransport(options.ToSettings(), client);

        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(TimeoutKind.HttpClient, fault.Limit);
    }

    // Somebody listens and never speaks TLS: nothing of the request was sent.
    [Fact]
    public async Task A_connection_that_is_never_made_is_the_limit_on_connecting_and_nothing_was_applied()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var app = new FieldApp(new JourneyAppOptions
        {
            BaseAddress = new Uri($"https://localhost:{((IPEndPoint)silent.LocalEndpoint).Port}/api/v4/d"),
            Credential = JourneyCredential.NamedToken("O:secret"),
            ConnectTimeout = TimeSpan.FromMilliseconds(200),
            MaxAttempts = 1,
        });

        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => app.Jobs.CreateAsync(new Job()));

        Assert.Equal((TimeoutKind.Connect, WriteOutcome.NotApplied), (fault.Limit, fault.Outcome));
        Assert.Contains("ConnectTimeout", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stalled_body_runs_into_the_read_limit()
    {
        var time = new ManualTime();
        var stalled = new TaskCompletionSource();
        var server = new FakeServer().Answer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StalledStream(stalled)) });
        using ApiTransport transport = Transports.To(server, time, options => options.MaxAttempts = 1);

        Task<string> sending = transport.SendAsync(Transports.Read);
        await stalled.Task;
        time.Advance(TimeSpan.FromSeconds(31));
        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => sending);
        Assert.Equal(TimeoutKind.Read, fault.Limit);
    }

    private sealed class StalledStream(TaskCompletionSource stalled) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
