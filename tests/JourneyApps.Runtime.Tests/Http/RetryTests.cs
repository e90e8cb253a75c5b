using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using JourneyApps.Http;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Runtime.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task A_passing_fault_is_repeated(HttpStatusCode status)
    {
        var server = new FakeServer().Answer(status).Answer(status).Answer(HttpStatusCode.OK, "fine");
        using ApiTransport transport = Transports.To(server);

        Assert.Equal("fine", await transport.SendAsync(Transports.Read));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task A_lasting_fault_is_not_repeated(HttpStatusCode status)
    {
        var server = new FakeServer().Answer(status);
        using ApiTransport transport = Transports.To(server);

        JourneyApiException fault = await Assert.ThrowsAnyAsync<JourneyApiException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(status, fault.StatusCode);
        Assert.False(fault.IsTransient);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Attempts_end_at_the_limit_and_the_last_fault_is_told()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.InternalServerError) };
        using ApiTransport transport = Transports.To(server, more: options => options.MaxAttempts = 3);

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(ApiErrorKind.ServerError, fault.Kind);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(WriteOutcome.Unknown, fault.Outcome);
    }

    [Fact]
    public async Task What_must_not_be_doubled_is_sent_once_when_its_fate_is_unknown()
    {
        var server = new FakeServer().Answer(HttpStatusCode.InternalServerError);
        using ApiTransport transport = Transports.To(server);

        Assert.Equal(ApiErrorKind.ServerError, (await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Once))).Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_must_not_be_doubled_is_repeated_when_it_never_left()
    {
        var server = new FakeServer()
            .Throw(new HttpRequestException(HttpRequestError.NameResolutionError))
            .Throw(new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)))
            .Answer(HttpStatusCode.TooManyRequests)
            .Answer(HttpStatusCode.OK, "done");
        using ApiTransport transport = Transports.To(server);

        Assert.Equal("done", await transport.SendAsync(Transports.Once));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_answer_leaves_the_doubt()
    {
        var server = new FakeServer().Throw(new HttpRequestException(HttpRequestError.ResponseEnded)).Answer(HttpStatusCode.UnprocessableEntity);
        using ApiTransport transport = Transports.To(server);

        InvalidRequestException fault = await Assert.ThrowsAsync<InvalidRequestException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fault.StatusCode);
        Assert.Equal(WriteOutcome.Unknown, fault.Outcome);
    }

    [Fact]
    public async Task A_pause_grows_and_Retry_After_is_honoured()
    {
        var time = new ManualTime { RunsByItself = true };
        var server = new FakeServer()
            .Answer(HttpStatusCode.ServiceUnavailable, more: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)))
            .Answer(HttpStatusCode.ServiceUnavailable, more: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(time.GetUtcNow() + TimeSpan.FromSeconds(20)))
            .Answer(HttpStatusCode.OK, "fine");
        using ApiTransport transport = Transports.To(server, time);

        await transport.SendAsync(Transports.Read);
        Assert.Contains(TimeSpan.FromSeconds(7), time.Waits);
        Assert.Contains(TimeSpan.FromSeconds(20), time.Waits);
    }

    [Fact]
    public async Task A_wait_beyond_the_deadline_is_not_begun()
    {
        var server = new FakeServer().Answer(
            HttpStatusCode.ServiceUnavailable, more: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(1)));
        using ApiTransport transport = Transports.To(server);

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(ApiErrorKind.ServerError, fault.Kind);
        Assert.Equal(TimeSpan.FromHours(1), fault.RetryAfter);
    }

    [Fact]
    public async Task A_429_stops_the_other_requests_of_the_client_as_well()
    {
        var time = new ManualTime();
        var server = new FakeServer().Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.OK, "a").Answer(HttpStatusCode.OK, "b");
        using ApiTransport transport = Transports.To(server, time);

        Task<string> refused = transport.SendAsync(Transports.Read);
        await Until(() => server.Requests.Count == 1 && time.Waits.Contains(TimeSpan.FromSeconds(1)));
        Task<string> other = transport.SendAsync(Transports.Read);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Single(server.Requests);

        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(refused, other).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Repeated_429s_double_the_wait()
    {
        var time = new ManualTime { RunsByItself = true };
        var server = new FakeServer().Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.TooManyRequests)
            .Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.OK);
        using ApiTransport transport = Transports.To(server, time);

        await transport.SendAsync(Transports.Read);
        foreach (int seconds in (int[])[1, 2, 4]) Assert.Contains(TimeSpan.FromSeconds(seconds), time.Waits);
    }

    [Fact]
    public async Task A_rate_limit_of_ones_own_spaces_requests()
    {
        var time = new ManualTime { RunsByItself = true };
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK) };
        using ApiTransport transport = Transports.To(server, time, options => options.RateLimit = new RequestRateLimit(2, 3));

        DateTimeOffset before = time.GetUtcNow();
        for (int i = 0; i < 7; i++) await transport.SendAsync(Transports.Read);
        Assert.Equal(2.0, (time.GetUtcNow() - before).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task A_pipeline_of_ones_own_replaces_the_retries()
    {
        var server = new FakeServer().Answer(HttpStatusCode.InternalServerError);
        using ApiTransport transport = Transports.To(server, more: options => options.ResiliencePipeline = Polly.ResiliencePipeline.Empty);

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(ApiErrorKind.ServerError, fault.Kind);
        Assert.True(fault.IsTransient);
    }

    internal static async Task Until(Func<bool> holds)
    {
        for (int i = 0; i < 1000 && !holds(); i++) await Task.Delay(5);
        Assert.True(holds(), "The condition did not come true within 5 s.");
    }
}
