using System.Net;
using System.Net.Http.Headers;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>Answers whose headers promise success and whose body comes slowly, or not to its end.</summary>
public sealed class BrokenAnswerTests
{
    private static readonly Func<CancellationToken, Task<byte[]>> Nothing = _ => Task.FromResult(Array.Empty<byte>());
    private static readonly Func<CancellationToken, Task<byte[]>> Break = _ => throw new HttpIOException(HttpRequestError.ResponseEnded);

    [Fact]
    public async Task A_body_that_comes_slowly_but_steadily_is_read_whole()
    {
        var time = new ManualTime();
        using ApiTransport transport = Transports.To(Answering("application/json", [.. "{\"a\": 1}".Select(letter => After(20, letter)), Nothing]), time);

        Assert.Equal("{\"a\": 1}", await transport.SendAsync(Transports.Read));
        Assert.Equal(TimeSpan.FromSeconds(160), time.GetUtcNow() - new ManualTime().GetUtcNow());

        Func<CancellationToken, Task<byte[]>> After(int seconds, char letter) => Piece(time, seconds, letter);
    }

    [Fact]
    public async Task A_body_that_comes_on_and_on_runs_into_the_deadline()
    {
        var time = new ManualTime();
        using ApiTransport transport = Transports.To(Answering("application/json", [.. Enumerable.Repeat(Piece(time, 20, ' '), 100)]), time);

        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal((TimeoutKind.Deadline, WriteOutcome.Unknown), (fault.Limit, fault.Outcome));
    }

    [Fact]
    public async Task A_write_whose_answer_stalls_was_applied()
    {
        var time = new ManualTime();
        using ApiTransport transport = Transports.To(Answering("application/json", [Piece(time, 1, '{'), Piece(time, 31, ' ')]), time);

        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal((TimeoutKind.Read, WriteOutcome.Applied), (fault.Limit, fault.Outcome));
    }

    [Theory]
    [InlineData("application/json", WriteOutcome.Applied, 1)]
    [InlineData("text/html", WriteOutcome.Unknown, 5)]
    public async Task A_write_whose_answer_breaks_off_was_applied_only_when_the_api_was_speaking(string mediaType, WriteOutcome outcome, int attempts)
    {
        FakeServer server = Answering(mediaType, [_ => Task.FromResult("{"u8.ToArray()), Break]);
        using ApiTransport transport = Transports.To(server);

        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal((outcome, attempts), (fault.Outcome, server.Requests.Count));
    }

    private static FakeServer Answering(string mediaType, Func<CancellationToken, Task<byte[]>>[] pieces) => new()
    {
        Otherwise = _ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new PiecewiseContent(pieces) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
        },
    };

    // The clock moves while the piece is awaited; what runs out meanwhile ends the read.
    private static Func<CancellationToken, Task<byte[]>> Piece(ManualTime time, int seconds, char letter) => cancellationToken =>
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new[] { (byte)letter });
    };
}
