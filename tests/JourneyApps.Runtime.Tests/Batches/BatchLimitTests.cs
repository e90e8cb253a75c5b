using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Batches;

/// <summary>Where a request of a batch ends, how often it is repeated, and which options are refused.</summary>
public sealed class BatchLimitTests
{
    [Fact]
    public async Task A_request_is_full_when_it_has_its_bytes()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        BatchReport report = await app.Client.WriteAsync(
            Enumerable.Range(0, 10).Select(i => BatchOperation.Create(new Job { Title = new string('x', 1_000) })),
            new BatchOptions { MaxRequestBytes = 3_000 });

        Assert.Equal((10, 4), (report.Applied, report.Requests));
        Assert.Equal([3, 3, 3, 1], app.Emulator.Requests.Select(request => request.Body!.Split("\"method\"").Length - 1));
    }

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 16, 1)]
    [InlineData(1000, 1, 1)]
    public async Task A_request_has_as_many_operations_as_the_options_say(int perRequest, int parallel, int requests)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        BatchReport report = await app.Client.WriteAsync(
            Enumerable.Range(0, 3).Select(i => BatchOperation.Create(new Job { Crew = i })),
            new BatchOptions { OperationsPerRequest = perRequest, Parallel = parallel, MaxRequestBytes = 1 << 30 });

        Assert.Equal((3, requests, 0), (report.Applied, report.Requests, report.NotTaken));
    }

    [Fact]
    public async Task Options_that_contradict_or_exceed_their_limits_are_refused_by_name()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        (string Name, BatchOptions Options)[] wrong =
        [
            ("OperationsPerRequest", new BatchOptions { OperationsPerRequest = 0 }),
            ("OperationsPerRequest", new BatchOptions { OperationsPerRequest = 1001 }),
            ("MaxRequestBytes", new BatchOptions { MaxRequestBytes = 0 }),
            ("MaxRequestBytes", new BatchOptions { MaxRequestBytes = (1 << 30) + 1 }),
            ("Parallel", new BatchOptions { Parallel = 0 }),
            ("Parallel", new BatchOptions { Parallel = 17 }),
            ("Parallel", new BatchOptions { Parallel = 2, StopOnError = true }),
            ("DryRun", new BatchOptions { DryRun = true }),
        ];

        foreach ((string name, BatchOptions options) in wrong)
        {
            ArgumentException fault = await Assert.ThrowsAsync<ArgumentException>(
                () => app.Client.WriteAsync([BatchOperation.Create(new Job())], options));
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.WriteAsync([null!]));
        Assert.Empty(app.Emulator.Requests);
    }

    [Fact]
    public async Task A_passing_fault_that_outlasts_the_attempts_is_the_operations_error()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(
            options => options.MaxAttempts = 3, time: new ManualTime { RunsByItself = true });
        for (int i = 0; i < 3; i++) app.Emulator.Faults.Add(Fault.FailOperations("TOO_MANY_REQUESTS", i == 0 ? 1 : 0));
        Job[] jobs = [.. Enumerable.Range(0, 3).Select(i => new Job { Crew = i })];

        BatchReport report = await app.Client.WriteAsync(jobs.Select(BatchOperation.Create));

        Assert.Equal((2, 1, 1), (report.Applied, report[BatchStatus.Failed], report.Requests));
        Assert.Equal((1L, "TOO_MANY_REQUESTS"), (report.NotDone[0].Index, report.NotDone[0].Error?.Type));
        Assert.Equal([3, 1, 1], app.Emulator.Requests.Select(request => request.Body!.Split("\"method\"").Length - 1));
        Assert.True(jobs[1].IsNew && jobs[1].HasChanges);
    }

    [Fact]
    public async Task Between_attempts_the_wait_doubles()
    {
        var time = new ManualTime { RunsByItself = true };
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 6, time: time);
        for (int i = 0; i < 5; i++) app.Emulator.Faults.Add(Fault.FailOperations("TOO_MANY_REQUESTS", 0));

        BatchReport report = await app.Client.WriteAsync([BatchOperation.Create(new Job())]);

        Assert.True(report.AllDone, report.ToString());
        Assert.Equal([1, 2, 4, 8, 16], time.Waits.Select(wait => wait.TotalSeconds).Where(seconds => seconds < 30));
    }

    [Fact]
    public async Task With_stop_on_error_a_passing_fault_is_sent_again_with_what_follows_it()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(time: new ManualTime { RunsByItself = true });
        app.Emulator.Faults.Add(Fault.FailOperations("TOO_MANY_REQUESTS", 1));
        BatchReport report = await app.Client.WriteAsync(
            Enumerable.Range(0, 4).Select(i => BatchOperation.Create(new Job { Crew = i })), new BatchOptions { StopOnError = true });

        Assert.Equal((4, false), (report.Applied, report.EndedEarly));
        Assert.Equal([4, 3], app.Emulator.Requests.Select(request => request.Body!.Split("\"method\"").Length - 1));
        Assert.Equal(4, await app.Emulator.CountAsync("job"));
    }
}
