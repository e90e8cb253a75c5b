using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Emulator;

namespace JourneyApps.Benchmarks.Emulator;

/// <summary>The emulator's speed, with the client and the server sharing the machine's cores.</summary>
internal static class EmulatorSpeed
{
    private const int Objects = 100_000;
    private const int BatchSize = 1_000;
    private const int Connections = 16;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(10);

    /// <summary>Writes, reads and filters per second beside their targets.</summary>
    public static async Task RunAsync()
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schema, new EmulatorOptions { RecordedRequests = 0 });
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.Token);

        ResultFile.Keep("emulator",
        [
            Row("batched writes, to 100,000 objects", await WriteAsync(client), 10_000),
            Row("single reads, 16 connections", await RepeatAsync(random => client.GetAsync(Path($"objects/visit/{Id(random.Next(Objects))}.json"))), 8_000),
            Row("filters by an indexed field (1 of 100,000)", await RepeatAsync(random => QueryAsync(client, "crew = ?", random.Next(Objects))), 1_000),
            Row("filters without an index", await RepeatAsync(random => QueryAsync(client, "minutes = ?", random.Next(Objects))), null),
        ]);
    }

    private static string Schema
    {
        get
        {
            using StreamReader reader = new(typeof(EmulatorSpeed).Assembly.GetManifestResourceStream("schema.xml")!);
            return reader.ReadToEnd().Replace(
                "<display>{title}</display>",
                "<display>{title} ({site.name})</display><index on=\"crew\" /><index on=\"state,-due\" />",
                StringComparison.Ordinal);
        }
    }

    private static async Task<double> WriteAsync(HttpClient client)
    {
        string[] batches = [.. Enumerable.Range(0, Objects / BatchSize).Select(batch => Batch(batch * BatchSize))];
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, stop) =>
        {
            using StringContent content = new(batch, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await client.PostAsync(Path("batch.json"), content, stop);
            response.EnsureSuccessStatusCode();
        });
        return Objects / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> RepeatAsync(Func<Random, Task<HttpResponseMessage>> request)
    {
        long done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(worker => Task.Run(async () =>
        {
            Random random = new(worker);
            while (watch.Elapsed < Reading)
            {
                using HttpResponseMessage response = await request(random);
                response.EnsureSuccessStatusCode();
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task<HttpResponseMessage> QueryAsync(HttpClient client, string expression, int argument)
    {
        using StringContent content = new(JsonSerializer.Serialize(new { expression, arguments = new[] { argument } }), Encoding.UTF8, "application/json");
        return await client.PostAsync(Path("objects/visit/query.json"), content);
    }

    private static string Batch(int first) => $$"""{"operations":[{{string.Join(',', Enumerable.Range(first, BatchSize).Select(Operation))}}]}""";

    private static string Operation(int i) => $$$"""
        {"method":"put","object":{"type":"visit","id":"{{{Id(i)}}}","title":"Visit {{{i}}}","notes":"Check the pump and the valves","crew":{{{i}}},"minutes":{{{i}}},"cost":{{{i}}}.5,"due":"2026-11-21","started_at":"2026-11-21T12:00:00Z","done":true,"state":"open","position":{"latitude":1.5,"longitude":2.5},"site_id":"{{{Id(i % 100)}}}"}}
        """;

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{i:x12}");

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static ResultRow Row(string what, double perSecond, double? target) =>
        new(what, "emulator", perSecond, "per second", null, target is { } wanted ? Target.AtLeast(wanted, perSecond, "per second") : null);
}
