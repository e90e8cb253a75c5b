using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeterMirror;

/// <summary>Loads everything, changes objects in the app, stops and starts the program again, and checks that the copy is equal to the app's data.</summary>
internal sealed class Demonstration(string[] args, JourneyEmulator emulator, string file) : IDisposable
{
    private const int MeterCount = 40;
    private const int ReadingCount = 2_400;

    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private readonly JourneyApp _writer = new(new JourneyAppOptions { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) });
    private int _failed;

    public static async Task<int> RunAsync(string[] args, JourneyEmulator emulator)
    {
        string file = Path.Combine(Path.GetTempPath(), $"meters-{Guid.NewGuid():N}.db");
        try
        {
            using Demonstration day = new(args, emulator, file);
            await day.RunAsync();
            Console.WriteLine($"{day._failed} checks failed");
            return day._failed;
        }
        finally
        {
            foreach (string part in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(part);
        }
    }

    public void Dispose()
    {
        _limit.Dispose();
        _writer.Dispose();
    }

    private async Task RunAsync()
    {
        Console.WriteLine($"An emulator at {emulator.BaseAddress} is mirrored into {file}");
        List<Meter> meters = [.. Enumerable.Range(1, MeterCount).Select(i => new Meter { SerialNumber = $"M-{i:0000}", Kind = (MeterKind)(i % 3), Installed = new(2020, 1, 1) })];
        await WriteAsync(meters.Select(BatchOperation.Create));
        await WriteAsync(Readings(meters).Select(BatchOperation.Create));

        MirrorNews first = new();
        using (IHost host = MirrorHost.Create(args, file, first, emulator))
        {
            await host.StartAsync(_limit.Token);
            await first.UpToDateAsync(_limit.Token);
            await CompareAsync("loaded");

            // The app changes while the mirror runs: a meter is replaced, with all of its readings.
            List<Reading> gone = await _writer.Readings.Where(r => r.MeterId == meters[0].Id).ToListAsync(_limit.Token);
            await WriteAsync([.. gone.Select(BatchOperation.Delete), BatchOperation.Delete(meters[0])]);
            meters.RemoveAt(0);
            await first.UpToDateAsync(_limit.Token);
            await CompareAsync($"a meter and its {gone.Count} readings deleted");
            await host.StopAsync(_limit.Token);
        }

        // No mirror runs now.
        List<Reading> estimated = await _writer.Readings.Where(r => r.Estimated == true).ToListAsync(_limit.Token);
        foreach (Reading reading in estimated)
        {
            reading.Estimated = false;
            reading.Value += 1;
        }

        await WriteAsync(estimated.Select(BatchOperation.Update));

        MirrorNews second = new();
        using (IHost host = MirrorHost.Create(args, file, second, emulator))
        {
            await host.StartAsync(_limit.Token);
            await second.UpToDateAsync(_limit.Token);
            await CompareAsync($"stopped, {estimated.Count} readings changed, started again");
            Check("the second run loaded nothing: it resumed at the checkpoint in the database", second.Count(MirrorEvent.Loaded) == 0 && second.Count(MirrorEvent.LoadStarted) == 0);
            await host.StopAsync(_limit.Token);
        }
    }

    private static IEnumerable<Reading> Readings(List<Meter> meters)
    {
        DateTimeOffset begin = new(2026, 1, 1, 6, 0, 0, TimeSpan.Zero);
        for (int i = 0; i < ReadingCount; i++)
            yield return new Reading { MeterId = meters[i % meters.Count].Id, ReadAt = begin.AddHours(i), Value = i * 0.25, Estimated = i % 8 == 0 };
    }

    private async Task WriteAsync(IEnumerable<BatchOperation> operations) =>
        (await _writer.WriteAsync(operations, cancellationToken: _limit.Token)).ThrowIfNotDone();

    private async Task CompareAsync(string when)
    {
        long meters = await _writer.Meters.CountAsync(_limit.Token);
        long readings = await _writer.Readings.CountAsync(_limit.Token);
        double sum = (await _writer.Readings.ToListAsync(_limit.Token)).Sum(reading => reading.Value ?? 0);
        using SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await copy.OpenAsync(_limit.Token);
        using SqliteCommand command = copy.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM meter), count(*), sum(value) FROM reading";
        using SqliteDataReader row = await command.ExecuteReaderAsync(_limit.Token);
        await row.ReadAsync(_limit.Token);
        Check($"{when}: {meters} meters and {readings} readings with the sum {sum}, in the app and in the copy", row.GetInt64(0) == meters && row.GetInt64(1) == readings && row.GetDouble(2) == sum);
    }

    private void Check(string what, bool holds)
    {
        if (!holds) _failed++;
        Console.WriteLine($"{(holds ? "ok    " : "FAILED")}  {what}");
    }
}
