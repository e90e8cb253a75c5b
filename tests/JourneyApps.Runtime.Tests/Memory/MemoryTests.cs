using System.Net;
using Acme.Field;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Memory;

/// <summary>What is measured of the whole process, so nothing else may run meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class MemoryTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_text_of_a_hundred_megabytes_is_capped(HttpStatusCode status)
    {
        var server = new FakeServer { Otherwise = _ => new HttpResponseMessage(status) { Content = new StreamContent(new LongText(100 << 20)) } };
        JourneyAppOptions options = Transports.Options(server);
        options.MaxAttempts = 1;
        options.MaxResponseBytes = 4 << 20;
        using var app = new FieldApp(options);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        JourneyApiException fault = await Assert.ThrowsAnyAsync<JourneyApiException>(() => app.Jobs.FindAsync(new Job().Id));
        Assert.Equal(status == HttpStatusCode.OK, fault is UnreadableResponseException);
        Assert.True(fault.RawBody is null or { Length: <= 16 * 1024 });
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 64 << 20);
    }

    [Fact]
    public async Task Memory_is_taken_as_an_answer_arrives_not_as_it_is_promised()
    {
        const int Calls = 64;
        var arrived = new CountdownEvent(Calls);
        using var release = new CancellationTokenSource();
        var server = new FakeServer
        {
            Otherwise = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new PromisingContent(67_108_000, arrived, release.Token) },
        };
        JourneyAppOptions options = Transports.Options(server, TimeProvider.System);
        options.MaxAttempts = 1;
        using var app = new FieldApp(options);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Task[] calls = [.. Enumerable.Range(0, Calls).Select(_ => Task.Run(() => app.Jobs.FindAsync(new Job().Id)))];
        Assert.True(arrived.Wait(TimeSpan.FromSeconds(30)));
        long taken = GC.GetTotalAllocatedBytes(precise: true) - before;
        await release.CancelAsync();
        foreach (Task call in calls) await Assert.ThrowsAnyAsync<JourneyApiException>(() => call);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Calls} answers that promise 67,108,000 bytes and bring one took {taken >> 20} MiB");
        Assert.True(taken < 128 << 20, $"{taken} bytes");
    }

    [Fact]
    public async Task A_token_that_lives_long_gathers_nothing()
    {
        using var canceling = new CancellationTokenSource();
        var time = new ManualTime { RunsByItself = true };
        int answers = 0;
        var server = new FakeServer
        {
            // Every fourth answer makes the client wait and ask again.
            Otherwise = _ => FakeServer.Response(answers++ % 4 == 0 ? HttpStatusCode.BadGateway : HttpStatusCode.OK, """{"id":"a","objects":[],"more":false}"""),
        };
        using var app = new FieldApp(Transports.Options(server, time));
        await CallAsync(500);

        // What earlier tests left behind can come and go; what each call keeps comes every time.
        long growth = long.MaxValue;
        for (int round = 0; round < 3 && growth >= 512 * 1024; round++)
        {
            long before = await HeldAsync();
            await CallAsync(5_000);
            growth = await HeldAsync() - before;
        }

        Assert.True(
            growth < 512 * 1024,
            $"{growth} bytes more are held after 10,000 calls, with {time.Pending} timers and {ThreadPool.PendingWorkItemCount} queued work items.");

        // The clock moves itself on other threads. What is queued there is the test's.
        static async Task<long> HeldAsync()
        {
            for (int i = 0; i < 1_000 && ThreadPool.PendingWorkItemCount > 0; i++) await Task.Delay(10);
            return GC.GetTotalMemory(forceFullCollection: true);
        }

        async Task CallAsync(int times)
        {
            for (int i = 0; i < times; i++)
            {
                await app.Jobs.FindAsync("a", canceling.Token);
                await app.Jobs.ToListAsync(canceling.Token);
                server.Requests.Clear();
                time.Waits.Clear();
            }
        }
    }

    private sealed class PromisingContent : HttpContent
    {
        private readonly CountdownEvent _arrived;
        private readonly CancellationToken _release;

        public PromisingContent(long promised, CountdownEvent arrived, CancellationToken release)
        {
            Headers.ContentLength = promised;
            _arrived = arrived;
            _release = release;
        }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new OneByte(_arrived, _release));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        private sealed class OneByte(CountdownEvent arrived, CancellationToken release) : MemoryStream
        {
            private bool _sent;

            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (!_sent)
                {
                    _sent = true;
                    buffer.Span[0] = (byte)'{';
                    return 1;
                }
                arrived.Signal();
                await Task.Delay(Timeout.Infinite, release).ContinueWith(_ => { }, TaskScheduler.Default);
                return 0;
            }
        }
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
