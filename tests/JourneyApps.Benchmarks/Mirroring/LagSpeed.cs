using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using JourneyApps.Mirroring.Sqlite;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Benchmarks.Mirroring;

/// <summary>How long a change takes from the writer's acknowledgment until somebody who reads the SQLite file sees it, while 1,000 objects a second are
/// created, and how many requests the mirror sends for that.</summary>
internal static class LagSpeed
{
    private const int BatchSize = 100, Seconds = 20, WarmUpBatches = 30;
    private static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100), LookInterval = TimeSpan.FromMilliseconds(5),
        Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>The rows of the figures.</summary>
    public static async Task<IReadOnlyList<ResultRow>> MeasureAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mirror");
        string file = Path.Combine(folder.FullName, "copy.db");
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(SinkSpeed.Schema(1));
        using var handler = new TimingHandler();
        using JourneyClient app = new(new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(emulator.Token),
            Handler = handler,
        });
        var mirror = new DatabaseMirror(app, new SqliteMirrorDatabase(file));
        await mirror.CatchUpAsync();
        using var stop = new CancellationTokenSource();
        Task running = mirror.RunAsync(stop.Token);
        int batches = WarmUpBatches + (Seconds * (int)(TimeSpan.FromSeconds(1) / BatchInterval));
        long[] written = new long[batches], seen = new long[batches];
        var looking = Task.Run(() => LookAsync(file, seen));
        long begun = Stopwatch.GetTimestamp();
        for (int batch = 0; batch < batches; batch++)
        {
            await emulator.SeedAsync("m0", [.. Enumerable.Range(batch * BatchSize, BatchSize).Select(Json)]);
            written[batch] = Stopwatch.GetTimestamp();
            TimeSpan ahead = (BatchInterval * (batch + 1)) - Stopwatch.GetElapsedTime(begun);
            if (ahead > TimeSpan.Zero) await Task.Delay(ahead);
        }

        long ended = Stopwatch.GetTimestamp();
        await looking;
        await stop.CancelAsync();
        await running.ContinueWith(static _ => { }, TaskScheduler.Default);
        folder.Delete(recursive: true);
        // All objects of a batch were written at about the same time, so one time is kept for each batch.
        double[] lags = [.. Enumerable.Range(WarmUpBatches, batches - WarmUpBatches).Select(i => Stopwatch.GetElapsedTime(written[i], seen[i]).TotalSeconds).Order()];
        double requests = ASecond([.. handler.Requests.Where(at => at >= written[WarmUpBatches] && at <= ended).Order()]);
        double half = lags[lags.Length / 2], most = lags[(int)(lags.Length * 0.99)];
        const string What = "lag at 1,000 changes a second, from the writer's acknowledgment to a reader of the file";
        return
        [
            new ResultRow($"{What}, p50", "DatabaseMirror", half, "s", null, Target.AtMost(1, half, "s")),
            new ResultRow($"{What}, p99", "DatabaseMirror", most, "s", null, Target.AtMost(2.5, most, "s")),
            new ResultRow("requests at 1,000 changes a second", "DatabaseMirror", requests, "a second", null, Target.AtMost(2, requests, "a second")),
        ];
    }

    private static string Json(int number) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"title":"Visit {{number}}","notes":"Replace the pump and check the valves.","crew":{{number}},"due":"2026-12-31","state":"busy"}""");

    /// <summary>Notes when the last object of each batch is in the file, which has them in their order.</summary>
    private static async Task LookAsync(string file, long[] seen)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        // An index of a user's, so that looking costs nothing.
        command.CommandText = "CREATE INDEX IF NOT EXISTS by_crew ON m0 (crew)";
        command.ExecuteNonQuery();
        command.CommandText = "SELECT max(crew) FROM m0";
        for (int next = 0; next < seen.Length; await Task.Delay(LookInterval))
        {
            long last = command.ExecuteScalar() as long? ?? -1;
            for (long now = Stopwatch.GetTimestamp(); next < seen.Length && last >= ((next + 1) * BatchSize) - 1; next++) seen[next] = now;
        }
    }

    /// <summary>How many requests there are in a second, over whole rounds: a round is a request after a pause, and those that follow it at once. Over the
    /// window itself, a round that it cuts in two would count as one request more or less.</summary>
    private static double ASecond(long[] requests)
    {
        int[] rounds = [.. Enumerable.Range(1, requests.Length - 1).Where(i => Stopwatch.GetElapsedTime(requests[i - 1], requests[i]) > Pause)];
        return (rounds[^1] - rounds[0]) / Stopwatch.GetElapsedTime(requests[rounds[0]], requests[rounds[^1]]).TotalSeconds;
    }

    /// <summary>Notes when each request is sent.</summary>
    private sealed class TimingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly ConcurrentQueue<long> _requests = new();

        public IReadOnlyCollection<long> Requests => _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _requests.Enqueue(Stopwatch.GetTimestamp());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
