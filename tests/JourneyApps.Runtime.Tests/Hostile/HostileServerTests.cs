using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Acme.Field;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Hostile;

public sealed class HostileServerTests
{
    [Fact]
    public async Task Ten_thousand_nasty_answers_give_results_or_the_librarys_own_exceptions()
    {
        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
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
            () => app.Oplog.ReadPageAsync(options: new FollowOptions { GoOnWhenDataModelBreaks = true }),
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
            catch (JourneyApiException)
            {
                faults++;
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
    public async Task A_text_of_a_hundred_megabytes_is_capped()
    {
        var server = new FakeServer { Otherwise = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new LongText(100 << 20)) } };
        JourneyAppOptions options = Transports.Options(server);
        options.MaxAttempts = 1;
        options.MaxResponseBytes = 4 << 20;
        using var app = new FieldApp(options);
        long before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.FindAsync(new Job().Id));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    private sealed class LongText(long length) : MemoryStream
    {
        private long _left = length;
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int some = (int)Math.Min(buffer.Length, _left);
            buffer.Span[..some].Fill((byte)'x');
            if (!_begun) "{\"id\":\""u8.CopyTo(buffer.Span);
            _begun = true;
            _left -= some;
            return new(some);
        }
    }
}
