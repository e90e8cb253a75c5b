using System.Collections.Concurrent;
using System.Diagnostics;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Oplog;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Runtime.Tests.Memory;

namespace JourneyApps.Runtime.Tests.Hostile;

/// <summary>Many tasks on one client over real sockets, while calls fail in every way and callers cancel: all calls end, what they throw is the library's own, and
/// handles and memory return. With <c>FULL=1</c> it takes a minute and draws its seed.</summary>
[Collection(Alone.Name)]
public sealed class StormCampaign
{
    private const int Tasks = 64;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("FULL") == "1";

    [Fact]
    public async Task After_a_storm_all_calls_have_ended_and_handles_and_memory_have_returned()
    {
        int seed = IsFull ? Environment.TickCount & 0xFFFF : 4711;
        var length = TimeSpan.FromSeconds(IsFull ? 60 : 12);
        await using EmulatedApp app = await EmulatedApp.StartAsync(
            options =>
            {
                options.MaxAttempts = 3;
                options.ResponseTimeout = TimeSpan.FromSeconds(2);
                options.ReadTimeout = TimeSpan.FromSeconds(2);
                options.Deadline = TimeSpan.FromSeconds(6);
                options.MaxRetryAfter = TimeSpan.FromSeconds(2);
                options.PageSize = 50;
            },
            options => options with { Seed = seed, RecordedRequests = 1 });
        Job[] jobs = await app.SeedAsync(400);

        // A first short storm fills pools and caches; what the second one adds must go again.
        await RunAsync(app, jobs, seed, TimeSpan.FromSeconds(3), []);
        (int handles, long memory) before = await SettledAsync(app, jobs, (int.MaxValue, long.MaxValue));
        ConcurrentDictionary<string, int> ends = [];
        int calls = await RunAsync(app, jobs, seed + 1, length, ends);
        (int handles, long memory) after = await SettledAsync(app, jobs, before);

        string seen = string.Join(", ", ends.OrderByDescending(end => end.Value).Select(end => $"{end.Value} {end.Key}"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}, {Tasks} tasks, {length.TotalSeconds} s: {calls} calls; {seen}; handles {before.handles} -> {after.handles}, memory {before.memory >> 10} -> {after.memory >> 10} KiB");
        Assert.True(calls > Tasks, $"{calls} calls");
        // A connection in the pool has two handles, and how many are open depends on how many calls met. A handle for each call would be more.
        Assert.True(after.handles <= before.handles + (2 * Tasks), $"{after.handles - before.handles} handles more");
        Assert.True(after.memory <= before.memory + (8 << 20), $"{(after.memory - before.memory) >> 10} KiB more");
    }

    private static async Task<int> RunAsync(EmulatedApp app, Job[] jobs, int seed, TimeSpan length, ConcurrentDictionary<string, int> ends)
    {
        Plan(app.Emulator.Faults);
        var clock = Stopwatch.StartNew();
        int[] calls = await Task.WhenAll(Enumerable.Range(0, Tasks).Select(worker => Task.Run(async () =>
        {
            var random = new Random(seed + worker);
            int count = 0;
            for (; clock.Elapsed < length; count++)
            {
                using var canceling = new CancellationTokenSource();
                if (random.Next(4) == 0) canceling.CancelAfter(random.Next(0, 60));
                try
                {
                    // No limit allows a call more than its deadline, and a batch or list several of those.
                    await CallAsync(app.Client, jobs, random, canceling.Token).WaitAsync(TimeSpan.FromMinutes(3));
                    Note("done");
                }
                catch (JourneyApiException fault)
                {
                    Note(fault.GetType() == typeof(JourneyApiException) ? fault.Kind.ToString() : fault.GetType().Name);
                }
                catch (OperationCanceledException) when (canceling.IsCancellationRequested)
                {
                    Note("canceled");
                }
            }
            return count;

            void Note(string end) => ends.AddOrUpdate(end, 1, static (_, seen) => seen + 1);
        })));
        app.Emulator.Faults.Clear();
        return calls.Sum();
    }

    private static async Task CallAsync(FieldApp app, Job[] jobs, Random random, CancellationToken cancellationToken)
    {
        Job job = jobs[random.Next(jobs.Length)];
        switch (random.Next(10))
        {
            case 0: await app.Jobs.FindAsync(job.Id, cancellationToken); break;
            case 1: await app.Jobs.Take(120).ToListAsync(cancellationToken); break;
            case 2: await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync(cancellationToken); break;
            case 3: await app.Jobs.CountAsync(j => j.Crew > 20, cancellationToken); break;
            case 4: await app.Jobs.UpdateAsync(new Job(job.Id) { Title = $"{random.Next()}" }, cancellationToken); break;
            case 5: await app.WriteAsync(Some(20).Select(one => BatchOperation.Update(new Job(one.Id) { Crew = random.Next(100) })), cancellationToken: cancellationToken); break;
            case 6: await app.Jobs.UpdateAsync(new Job(job.Id) { Photo = Photo.FromBytes(new byte[20_000], "a.jpg") }, cancellationToken); break;
            case 7: await app.Jobs.GetManyAsync(Some(30).Select(one => one.Id), cancellationToken); break;
            case 8: await app.Oplog.TailAsync(100, cancellationToken); break;
            default:
                await foreach (OplogPage page in app.Oplog.ReadAsync(options: new FollowOptions { PageSize = 200 }, cancellationToken: cancellationToken)) break;
                break;
        }

        Job[] Some(int count)
        {
            int start = random.Next(jobs.Length - count);
            return jobs[start..(start + count)];
        }
    }

    private static void Plan(FaultPlan faults)
    {
        faults.Add(Fault.Status(500) with { Times = null, Probability = 0.04 });
        faults.Add(Fault.Status(503, "", "text/html", new KeyValuePair<string, string>("Retry-After", "1")) with { Times = null, Probability = 0.02 });
        faults.Add(Fault.Status(429, "", "text/plain", new KeyValuePair<string, string>("Retry-After", "2147483647")) with { Times = null, Probability = 0.002 });
        faults.Add(Fault.Status(404, "{\"ty", "application/json") with { Times = null, Probability = 0.01 });
        faults.Add(Fault.Status(200, "{\"objects\":[", "application/json") with { Times = null, Probability = 0.02, AfterApplying = true });
        faults.Add(Fault.ResetBefore() with { Times = null, Probability = 0.03 });
        faults.Add(Fault.ResetAfter() with { Times = null, Probability = 0.03 });
        faults.Add(Fault.Truncate(30) with { Times = null, Probability = 0.03 });
        faults.Add(Fault.Redirect("https://example.com/") with { Times = null, Probability = 0.01 });
        faults.Add(Fault.Hang() with { Times = null, Probability = 0.004 });
        faults.Add(Fault.Delay(TimeSpan.FromMilliseconds(300)) with { Times = null, Probability = 0.03 });
    }

    // What is held when nothing is in progress: connections in the pool stay open, and the last of the storm's garbage takes some collections.
    private static async Task<(int Handles, long Memory)> SettledAsync(EmulatedApp app, Job[] jobs, (int Handles, long Memory) wanted)
    {
        (int Handles, long Memory) least = (int.MaxValue, long.MaxValue);
        for (int i = 0; i < 20; i++)
        {
            await app.Jobs.FindAsync(jobs[0].Id);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using var process = Process.GetCurrentProcess();
            least = (Math.Min(least.Handles, process.HandleCount), Math.Min(least.Memory, GC.GetTotalMemory(forceFullCollection: true)));
            if (i >= 3 && least.Handles <= wanted.Handles && least.Memory <= wanted.Memory) break;
            await Task.Delay(250);
        }
        return least;
    }
}
