using Acme.Field;
using JourneyApps.Benchmarks.Results;

namespace JourneyApps.Benchmarks.Transfers;

/// <summary>What transfers cost the client in memory; the emulator runs in another process.</summary>
internal static class TransferMemory
{
    private const int MiB = 1024 * 1024;
    private const int Repeats = 20;
    private const int Objects = 100_000;

    /// <summary>Each figure beside its target.</summary>
    public static async Task RunAsync()
    {
        List<ResultRow> rows = [];
        using var server = EmulatorProcess.Start();
        using JourneyApp app = new(new JourneyAppOptions { BaseAddress = server.BaseAddress, Credential = JourneyCredential.NamedToken(server.Token) });
        Visit visit = new() { Title = "with a file" };
        await app.Visits.CreateAsync(visit);

        for (int i = 0; i < 5; i++) await UploadAsync(app, visit, 8 * MiB);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Repeats; i++) await UploadAsync(app, visit, 8 * MiB);
        Add(rows, "upload of 8 MiB, allocated", "KiB", (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / Repeats, 16);

        Add(rows, "upload of 200 MiB, peak growth", "MiB", await PeakAsync(() => UploadAsync(app, visit, 200 * MiB)), 8);
        using CountedStream target = new(200 * MiB);
        Add(rows, "download of 200 MiB, peak growth", "MiB", await PeakAsync(() => app.Visits.DownloadAsync(visit, v => v.Photo, FileVariant.Original, target)), 8);
        if (target.Position != 200 * MiB) throw new InvalidDataException($"{target.Position} bytes came back.");

        await WriteAsync(app, 5_000, null);
        LiveMemory live = new();
        await WriteAsync(app, Objects, live);
        Add(rows, "100,000 objects in batches, live growth", "MiB", live.GrowthBytes / (double)MiB, 4);
        ResultFile.Keep("transfers", rows);
    }

    private static Task UploadAsync(JourneyApp app, Visit visit, long bytes)
    {
        visit.Photo = Photo.FromStream(_ => new(new CountedStream(bytes)), "large.jpg");
        return app.Visits.UpdateAsync(visit);
    }

    private static async Task WriteAsync(JourneyApp app, int count, LiveMemory? live)
    {
        BatchReport report = await app.WriteAsync(
            Enumerable.Range(0, count).Select(i => BatchOperation.Create(new Visit { Title = $"visit {i}", Crew = i, Cost = i / 4.0 })),
            new BatchOptions { Progress = live });
        report.ThrowIfNotDone();
    }

    /// <summary>How far the live managed memory rises above where it began, looked at every 20 ms.</summary>
    private static async Task<double> PeakAsync(Func<Task> work)
    {
        long start = GC.GetTotalMemory(forceFullCollection: true), peak = start;
        using CancellationTokenSource done = new();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20);
            }
        });
        await work();
        await done.CancelAsync();
        await watching;
        return (peak - start) / (double)MiB;
    }

    private static void Add(List<ResultRow> rows, string what, string unit, double figure, double target)
        => rows.Add(new(what, "client", figure, unit, null, Target.AtMost(target, figure, unit)));
}
