using System.Globalization;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A worker that is killed again and again at random moments, beside a writer. FULL=1 kills it 200 times.</summary>
public class KillTests(ITestOutputHelper output)
{
    private static int Kills => Environment.GetEnvironmentVariable("FULL") == "1" ? 200 : 20;

    [Fact]
    public async Task A_worker_that_is_killed_at_random_moments_leaves_an_equal_copy()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        var writer = new SourceWriter(copy, new Random(seed + 1));
        await writer.SeedAsync(600);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => writer.WriteAsync(stop.Token));
        var phases = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int kill = 0; kill < Kills; kill++)
        {
            // In the middle, everything is loaded again.
            if (kill == Kills / 2) await copy.Emulator.TrimOplogAsync(1);
            using var worker = new Worker(copy, "forever", "job");
            await worker.KillAsync(random.Next(1, 12), TimeSpan.FromMilliseconds(random.NextDouble() * 10));
            string phase = string.Join(',', copy.Query(
                "SELECT phase FROM _journeyapps_model WHERE model = 'job'").DefaultIfEmpty("none"));
            phases[phase] = phases.GetValueOrDefault(phase) + 1;
        }

        await stop.CancelAsync();
        await writing;
        using (var survivor = new Worker(copy, "once", "job")) await survivor.EndAsync();
        output.WriteLine($"{Kills} kills ({string.Join(", ", phases.Select(phase => $"{phase.Value} {phase.Key}"))}) beside {writer.Writes} writes");
        await copy.AssertEqualAsync($"seed {seed}:");
        Assert.Equal(["0"], copy.Query("SELECT count(*) - count(DISTINCT id || ' ' || _sequence) FROM _job_history"));
        Assert.Equal(["0"], copy.Query("SELECT count(*) FROM job WHERE id NOT IN (SELECT id FROM _job_history)"));
        Assert.Equal(["ok"], copy.Query("PRAGMA integrity_check"));
        Assert.True(writer.Writes > Kills, FormattableString.Invariant($"{writer.Writes} writes"));
    }

    [Fact]
    public async Task A_second_worker_waits_and_says_for_which_file_and_takes_over()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        using var worker = new Worker(copy, "forever");
        await worker.WaitAsync("UpToDate");
        using var stop = new CancellationTokenSource();
        Task second = copy.Mirror().RunAsync(stop.Token);
        await WaitUntilAsync(() => copy.Progress.Any(progress => progress.Event == DatabaseMirrorEvent.Waiting));
        Assert.Contains(copy.File, copy.Progress.Single(progress => progress.Event == DatabaseMirrorEvent.Waiting).Message!, StringComparison.Ordinal);
        Assert.DoesNotContain(copy.Progress, progress => progress.Event == DatabaseMirrorEvent.TookOver);
        worker.Kill();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "two" });
        await WaitUntilAsync(() => copy.Query("SELECT title FROM job").Length == 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_job_beside_a_running_worker_ends_when_that_one_is_up_to_date()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        using var worker = new Worker(copy, "forever");
        await worker.WaitAsync("UpToDate");
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));
        Assert.DoesNotContain(copy.Progress, progress => progress.Event == DatabaseMirrorEvent.TookOver);
    }

    internal static async Task WaitUntilAsync(Func<bool> isTrue)
    {
        DateTime end = DateTime.UtcNow.AddMinutes(2);
        while (!isTrue())
        {
            Assert.True(DateTime.UtcNow < end, "It did not happen within 2 minutes.");
            await Task.Delay(20);
        }
    }
}
