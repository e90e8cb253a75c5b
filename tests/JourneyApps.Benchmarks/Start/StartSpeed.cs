using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Benchmarks.Json;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Benchmarks.Transfers;

namespace JourneyApps.Benchmarks.Start;

/// <summary>What a small program costs from its start to its first page of 1,000 objects: the processor time of the whole process, most of which the compiler of the
/// runtime uses. Processes of both kinds run in turn.</summary>
internal static class StartSpeed
{
    private const string Argument = "--start";
    private const string Ours = "JourneyApps";
    private const string Plain = "HttpClient and System.Text.Json, source-generated";
    private const int Rounds = 25;

    /// <summary>What one of the processes does: reads a page and prints the processor time that it took so far.</summary>
    public static async Task<bool> MeasureAsync(string[] arguments)
    {
        if (arguments is not [Argument, var who, var address, var token]) return false;
        int count = who == "ours" ? await OursAsync(new Uri(address), token) : await PlainAsync(new Uri(address), token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {Environment.CpuUsage.TotalTime.TotalMilliseconds}"));
        return true;
    }

    public static async Task RunAsync()
    {
        using var server = EmulatorProcess.Start();
        await FillAsync(server);
        List<double> ours = [], plain = [];
        for (int i = 0; i <= Rounds; i++)
        {
            double first = await TimeAsync(server, "ours"), second = await TimeAsync(server, "plain");
            // The first round reads the assemblies from the disk.
            if (i == 0) continue;
            ours.Add(first);
            plain.Add(second);
        }
        double ratio = Measuring.Median([.. ours.Zip(plain, static (one, other) => one / other)]);
        string what = $"start to the first page of 1,000 objects, processor time (medians of {Rounds} pairs of processes)";
        ResultFile.Keep("start",
        [
            new ResultRow(what, Ours, Measuring.Median([.. ours]), "ms", ratio, Target.AtMost(1.10, ratio, "×")),
            new ResultRow(what, Plain, Measuring.Median([.. plain]), "ms", 1),
        ]);
    }

    private static async Task<int> OursAsync(Uri address, string token)
    {
        using JourneyApp app = new(new JourneyAppOptions { BaseAddress = address, Credential = JourneyCredential.NamedToken(token) });
        return (await app.Visits.Take(1000).ToListAsync()).Count;
    }

    private static async Task<int> PlainAsync(Uri address, string token)
    {
        using HttpClient client = new() { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await client.GetAsync(new Uri("objects/visit.json?limit=1000", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        PageDto? page = await JsonSerializer.DeserializeAsync(body, ReadContext.Default.PageDto);
        return page!.Objects!.Count;
    }

    private static async Task FillAsync(EmulatorProcess server)
    {
        using JourneyApp app = new(new JourneyAppOptions { BaseAddress = server.BaseAddress, Credential = JourneyCredential.NamedToken(server.Token) });
        BatchReport report = await app.WriteAsync(Enumerable.Range(0, 1000).Select(static i => BatchOperation.Create(new Visit
        {
            Title = $"Replace pump {i}",
            Notes = "Bring the long ladder",
            Crew = i % 5,
            Minutes = i % 240,
            Cost = i * 1.25,
            Due = new DateOnly(2026, 12, 1),
            StartedAt = new DateTimeOffset(2026, 11, 21, 14, 0, 0, TimeSpan.Zero),
            Done = i % 2 == 0,
            State = VisitState.Open,
            Position = new Location(-33.9, 18.8),
        })));
        report.ThrowIfNotDone();
    }

    private static async Task<double> TimeAsync(EmulatorProcess server, string who)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [Argument, who, server.BaseAddress.AbsoluteUri, server.Token]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string[] told = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        if (told[0] != "1000") throw new InvalidDataException($"{who} read {told[0]} objects.");
        return double.Parse(told[1], CultureInfo.InvariantCulture);
    }
}
