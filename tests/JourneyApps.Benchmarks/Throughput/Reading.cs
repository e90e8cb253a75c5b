using System.Diagnostics;
using System.Globalization;
using Acme.Field;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Benchmarks.Transfers;
using JourneyApps.Runtime.Tests.Paging;

namespace JourneyApps.Benchmarks.Throughput;

/// <summary>How long reading takes when each request takes 150 ms, beside the bound that the latency sets: requests × latency ÷ lanes. The emulator, in a process of
/// its own, adds the latency.</summary>
internal static class Reading
{
    private const int Objects = 100_000;
    private const int Pages = Objects / 1000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150), Use = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync()
    {
        using var server = EmulatorProcess.Start(Latency);
        using JourneyApp app = new(new JourneyAppOptions { BaseAddress = server.BaseAddress, Credential = JourneyCredential.NamedToken(server.Token) });
        (await app.WriteAsync(
            Enumerable.Range(0, Objects).Select(static i => BatchOperation.Create(new Visit { Title = $"Visit {i}", Crew = i % 5, Minutes = i % 240 })),
            new BatchOptions { Parallel = 4 })).ThrowIfNotDone();
        await app.Visits.Take(1000).ToListAsync();

        double bound = Pages * Latency.TotalSeconds;
        List<ResultRow> rows = [];
        double list = await TimeAsync(async () =>
        {
            int read = 0;
            await foreach (Page<Visit> page in app.Visits.AsPages())
            {
                read += page.Items.Count;
                await Task.Delay(Use);
            }
            return read;
        });
        Add(rows, $"a list of {Pages} pages, the caller needs 100 ms for each", list, bound, 16, "s");
        double toList = await TimeAsync(async () => (await app.Visits.ToListAsync()).Count);
        Add(rows, $"ToListAsync of {Pages} pages, in order", toList, bound, null, "s");

        foreach (int lanes in (int[])[1, 4])
        {
            int requests = 0;
            using JourneyApp counting = new(new JourneyAppOptions
            {
                BaseAddress = server.BaseAddress,
                Credential = JourneyCredential.NamedToken(server.Token),
                MaxConcurrency = lanes,
            });
            var options = new RequestOptions { OnResponse = _ => Interlocked.Increment(ref requests) };
            double complete = await TimeAsync(async () => (await counting.Visits.WithOptions(options).WithConsistency(ReadConsistency.Complete).ToListAsync()).Count);
            string what = string.Create(CultureInfo.InvariantCulture, $"ToListAsync of {Pages} pages, complete, MaxConcurrency {lanes}");
            Add(rows, what, complete, requests * Latency.TotalSeconds / lanes, lanes == 4 ? 6 : null, "s");
            if (lanes == 4) rows.Add(new ResultRow("requests for 1,000 objects, complete", "client", requests * 1000.0 / Objects, "requests", null, Target.AtMost(1.25, requests * 1000.0 / Objects, "requests")));
        }
        foreach (int count in (int[])[20_000, 1_000_000]) await LoadAsync(rows, count);
        ResultFile.Keep("throughput", rows);
    }

    // From memory, because the emulator would need the processor that the client is measured on.
    private static async Task LoadAsync(List<ResultRow> rows, int count)
    {
        using var server = new RangeServer(IdShapes.Make("version 4", count, new Random(1))) { Latency = Latency };
        using JourneyApp app = new(new JourneyAppOptions
        {
            BaseAddress = new Uri("https://app.backend.us.journeyapps.com/api/v4/deployment"),
            Credential = JourneyCredential.NamedToken("token"),
            Handler = server,
        });
        int read = 0;
        var watch = Stopwatch.StartNew();
        await foreach (Page<Visit> page in app.Visits.WithConsistency(ReadConsistency.Complete).AsPages()) read += page.Items.Count;
        double seconds = watch.Elapsed.TotalSeconds, perThousand = server.Requests * 1000.0 / count;
        if (read != count) throw new InvalidDataException($"{read} of {count} objects were read.");
        string name = string.Create(CultureInfo.InvariantCulture, $"{count:#,0} objects with random ids, complete, MaxConcurrency 4, with the default rate limit");
        Add(rows, name, seconds, server.Requests * Latency.TotalSeconds / 4, count == 1_000_000 ? 60 : null, "s");
        rows.Add(new ResultRow($"{name}, for 1,000 objects", "client", perThousand, "requests", null, Target.AtMost(count == 1_000_000 ? 1.15 : 1.25, perThousand, "requests")));
    }

    private static void Add(List<ResultRow> rows, string what, double seconds, double bound, double? limit, string unit)
    {
        rows.Add(new ResultRow(what, "client", seconds, unit, seconds / bound, limit is { } most ? Target.AtMost(most, seconds, unit) : null));
        rows.Add(new ResultRow(what, "latency alone", bound, unit, 1));
    }

    private static async Task<double> TimeAsync(Func<Task<int>> read)
    {
        var watch = Stopwatch.StartNew();
        int count = await read();
        if (count != Objects) throw new InvalidDataException($"{count} objects were read.");
        return watch.Elapsed.TotalSeconds;
    }
}
