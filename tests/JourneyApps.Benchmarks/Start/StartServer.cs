using System.Diagnostics;
using System.Globalization;
using Acme.Field;
using JourneyApps.Benchmarks.Json;
using JourneyApps.Benchmarks.Transfers;

namespace JourneyApps.Benchmarks.Start;

/// <summary>An emulator with the 1,000 objects that the small programs read, and the processor time that they take for it.</summary>
internal sealed class StartServer : IDisposable
{
    private const int Rounds = 25;

    private readonly EmulatorProcess _process = EmulatorProcess.Start();

    /// <summary>How the medians came about, for the name of a row.</summary>
    public static string Medians { get; } = string.Create(CultureInfo.InvariantCulture, $"processor time (medians of {Rounds} pairs of processes)");

    /// <summary>Starts an emulator and fills it.</summary>
    public static async Task<StartServer> StartAsync()
    {
        StartServer server = new();
        EmulatorProcess process = server._process;
        using JourneyApp app = new(new JourneyAppOptions { BaseAddress = process.BaseAddress, Credential = JourneyCredential.NamedToken(process.Token) });
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
        return server;
    }

    /// <summary>Runs two programs in turn.</summary>
    /// <param name="ours">The file of one program, and its first arguments. The address and the token follow.</param>
    /// <param name="plain">The other program.</param>
    /// <returns>The medians in milliseconds, and the median of the ratios.</returns>
    public async Task<(double Ours, double Plain, double Ratio)> CompareAsync(string[] ours, string[] plain)
    {
        List<double> first = [], second = [];
        for (int i = 0; i <= Rounds; i++)
        {
            double one = await TimeAsync(ours), other = await TimeAsync(plain);
            // The first round reads the programs from the disk.
            if (i == 0) continue;
            first.Add(one);
            second.Add(other);
        }

        return (Measuring.Median([.. first]), Measuring.Median([.. second]), Measuring.Median([.. first.Zip(second, static (one, other) => one / other)]));
    }

    public void Dispose() => _process.Dispose();

    private async Task<double> TimeAsync(string[] program)
    {
        ProcessStartInfo start = new(program[0], [.. program.Skip(1), _process.BaseAddress.AbsoluteUri, _process.Token]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string[] told = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        if (told[0] != "1000") throw new InvalidDataException($"{string.Join(' ', program)} read {told[0]} objects.");
        return double.Parse(told[1], CultureInfo.InvariantCulture);
    }
}
