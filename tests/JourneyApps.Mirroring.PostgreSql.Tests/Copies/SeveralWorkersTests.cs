using System.Diagnostics;
using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>Several workers with the lease that users have.</summary>
public sealed class SeveralWorkersTests(PostgreSqlServer server, ITestOutputHelper output)
{
    private const int LeaseSeconds = 30;

    [Fact]
    public async Task A_worker_that_is_stopped_in_a_transaction_is_replaced_within_45_seconds_and_changes_nothing_when_it_goes_on()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no signal that stops a process.");
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "zero"));
        using Worker frozen = new(copy, "forever", "job", LeaseSeconds);
        await frozen.WaitAsync("UpToDate");
        using Worker other = new(copy, "forever", "job", LeaseSeconds);
        await other.WaitAsync("Waiting");

        // Its next step waits for this lock in its transaction, in which it is stopped; then it gets the lock and nobody reads the answer.
        await using (Npgsql.NpgsqlConnection reader = new(copy.ConnectionString))
        {
            await reader.OpenAsync();
            await using Npgsql.NpgsqlTransaction held = await reader.BeginTransactionAsync();
            await using (Npgsql.NpgsqlCommand command = new("LOCK TABLE journeyapps.job IN EXCLUSIVE MODE", reader)) await command.ExecuteNonQueryAsync();
            await copy.CreateAsync("job", ("title", "one"));
            await WaitAsync(copy, "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'journeyapps.job'::regclass");
            frozen.Signal("STOP");
        }

        await WaitAsync(copy, "SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()");
        long stopped = Stopwatch.GetTimestamp();
        await copy.CreateAsync("job", ("title", "two"));
        await WaitAsync(copy, "SELECT 1 FROM job WHERE title = 'two'");
        TimeSpan replaced = Stopwatch.GetElapsedTime(stopped);
        output.WriteLine($"replaced after {replaced.TotalSeconds:0.0} s");
        Assert.True(replaced < TimeSpan.FromSeconds(45), $"{replaced}");

        frozen.Signal("CONT");
        await WaitForAsync(() => Count(frozen.Told, "Waiting") > 0 || frozen.HasEnded);
        Assert.False(frozen.HasEnded, frozen.Told);
        await copy.CreateAsync("job", ("title", "three"));
        await WaitAsync(copy, "SELECT 1 FROM job WHERE title = 'three'");
        await copy.AssertEqualAsync();
        Assert.Equal(["4|4"], await copy.QueryAsync("SELECT count(*), count(DISTINCT (id, _sequence)) FROM _job_history"));
    }

    [Fact]
    public async Task A_job_beside_a_running_worker_ends_when_that_one_is_up_to_date()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        using Worker worker = new(copy, "forever", "job", LeaseSeconds);
        await worker.WaitAsync("UpToDate");
        await copy.CreateAsync("job", ("title", "one"));

        await copy.Mirror().CatchUpAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["one"], await copy.QueryAsync("SELECT title FROM job"));
        Assert.DoesNotContain(copy.Progress, progress => progress.Event == DatabaseMirrorEvent.TookOver);
    }

    [Fact]
    public async Task Workers_that_begin_at_the_same_time_create_the_tables_once()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => copy.Mirror(options => options with { Lease = TimeSpan.FromSeconds(3) }).CatchUpAsync())))
            .WaitAsync(TimeSpan.FromMinutes(2));

        await copy.AssertEqualAsync();
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    private static Task WaitAsync(EmulatedCopy copy, string query) => WaitForAsync(async () => (await copy.QueryAsync(query)).Length > 0);

    private static Task WaitForAsync(Func<bool> isTrue) => WaitForAsync(() => Task.FromResult(isTrue()));

    private static async Task WaitForAsync(Func<Task<bool>> isTrue)
    {
        for (long start = Stopwatch.GetTimestamp(); !await isTrue(); await Task.Delay(20))
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), "It did not happen within 2 minutes.");
    }
}
