using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Acme.Field;
using JourneyApps.Emulator;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>Cancelling over real sockets: it ends at once, and the connection goes with it.</summary>
public sealed class SocketCancellationTests
{
    public static TheoryData<string> Waits => ["for the answer", "within the answer", "within a download"];

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Cancelling_ends_a_read_and_its_connection(string wait)
    {
        // The emulator's clock stands still: neither of its pauses ever ends.
        await using EmulatedApp app = await EmulatedApp.StartAsync(server: options => options with { TimeProvider = new ManualTime() });
        var job = new Job { Photo = Photo.FromBytes(new byte[5000], "a.jpg") };
        await app.Jobs.CreateAsync(job);
        app.Emulator.Faults.Add(wait == "for the answer" ? Fault.Hang() : Fault.Trickle(TimeSpan.FromHours(1)));
        using var canceling = new CancellationTokenSource();

        Task work = wait == "within a download"
            ? app.Jobs.DownloadAsync(job, j => j.Photo, FileVariant.Original, Stream.Null, null, canceling.Token)
            : app.Jobs.FindAsync(job.Id, canceling.Token);
        await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 1);
        await EndAsync(work, canceling);
        await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 0);
    }

    [Fact]
    public async Task Cancelling_ends_an_upload_that_nobody_takes()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var app = new FieldApp(new JourneyAppOptions
        {
            BaseAddress = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v4/d"),
            Credential = JourneyCredential.NamedToken("O:secret"),
            TimeProvider = new ManualTime(),
        });
        using var canceling = new CancellationTokenSource();
        using var endless = new Endless();
        Task work = app.Jobs.CreateAsync(new Job { Photo = Photo.FromStream(_ => new(endless), "a.jpg") }, canceling.Token);
        using Socket server = await listener.AcceptSocketAsync();
        // The buffers on the way are full when nothing more is taken for a while.
        for (long before = -1; before != endless.Given; await Task.Delay(200)) before = endless.Given;

        await EndAsync(work, canceling);
        Assert.True(endless.IsDisposed);
        await AssertClosedAsync(server);
    }

    private static async Task EndAsync(Task work, CancellationTokenSource canceling)
    {
        await Task.Delay(20);
        Assert.False(work.IsCompleted, $"{work.Exception}");
        var clock = Stopwatch.StartNew();
        await canceling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"It took {clock.Elapsed}.");
    }

    private static async Task AssertClosedAsync(Socket server)
    {
        byte[] rest = new byte[1 << 20];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            while (await server.ReceiveAsync(rest, patience.Token) > 0)
            {
            }
        }
        catch (SocketException reset)
        {
            Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        }
    }

    private sealed class Endless : MemoryStream
    {
        private long _given;

        public long Given => Interlocked.Read(ref _given);

        public bool IsDisposed { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Interlocked.Add(ref _given, buffer.Length);
            return new(buffer.Length);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
