using System.Globalization;

namespace JourneyApps.Mirroring.Tests;

/// <summary>What the status says of a copy in every database.</summary>
public abstract class StatusTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_rows_of_a_large_table_are_estimated_unless_they_are_to_be_counted()
    {
        await using EmulatedCopy copy = await StartAsync();
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        await AddAsync(copy, "a", 10_000);
        Assert.Equal((10_000, false), await RowsAsync(counts: false));

        await AddAsync(copy, "b", 5_000);

        Assert.Equal((15_000, true), await RowsAsync(counts: false));
        await copy.RunAsync($"DELETE FROM {EmulatedCopy.Table("job")} WHERE id < 'a5'");
        Assert.True(await RowsAsync(counts: false) is ( > 10_000, true));
        long left = long.Parse((await copy.QueryAsync("SELECT count(*) FROM job"))[0], CultureInfo.InvariantCulture);
        Assert.Equal((left, false), await RowsAsync(counts: true));

        async Task<(long, bool)> RowsAsync(bool counts)
        {
            ModelCopyStatus job = (await mirror.GetStatusAsync(counts)).Models.Single(model => model.Model == "job");
            return (job.Rows, job.RowsAreEstimated);
        }
    }

    [Fact]
    public async Task A_copy_that_follows_is_complete_up_to_a_later_moment_than_the_last_change()
    {
        await using EmulatedCopy copy = await StartAsync();
        DatabaseMirror mirror = copy.Mirror(options => options with { Lease = TimeSpan.FromSeconds(3) });
        using var stop = new CancellationTokenSource();
        Task running = mirror.RunAsync(stop.Token);
        try
        {
            await copy.Client.Objects("job").CreateAsync(new("job") { ["title"] = "new" });
            DateTimeOffset changed = DateTimeOffset.UtcNow, end = changed + Patience;
            DatabaseMirrorStatus? status = null;
            while (status?.Lag is not { } lag || DateTimeOffset.UtcNow - lag < changed)
            {
                Assert.True(DateTimeOffset.UtcNow < end, $"The lag is {status?.Lag}.");
                await Task.Delay(50);
                if (copy.Progress.Any(progress => progress.Event == DatabaseMirrorEvent.UpToDate)) status = await mirror.GetStatusAsync();
            }

            Assert.NotNull(status.Owner);
            Assert.Equal(["new"], await copy.QueryAsync("SELECT title FROM job"));
        }
        finally
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        }
    }

    private protected abstract Task<EmulatedCopy> StartAsync();

    private static async Task AddAsync(EmulatedCopy copy, string prefix, int count)
    {
        await copy.RunAsync(FormattableString.Invariant(
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO {EmulatedCopy.Table("job")} (id) SELECT '{prefix}' || i FROM n"));
        // Estimates rest on it.
        await copy.RunAsync("ANALYZE");
    }
}
