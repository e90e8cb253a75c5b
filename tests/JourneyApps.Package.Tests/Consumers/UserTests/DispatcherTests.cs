using JourneyApps.Emulator;
using JourneyApps.Testing;

namespace UserTests;

public class DispatcherTests
{
    [Fact]
    public async Task Against_the_emulator_with_a_lost_answer()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(await File.ReadAllTextAsync("schema.xml", cancellation), cancellationToken: cancellation);
        using var app = new JourneyApp(new JourneyAppOptions { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) });
        emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });
        await app.Jobs.CreateAsync(new Job { Title = "Replace pump", State = JobState.New }, cancellation);
        await app.Jobs.CreateAsync(new Job { Title = "Paint wall", State = JobState.Busy }, cancellation);

        int started = await new Dispatcher(app).StartAllAsync(cancellation);

        Assert.Equal(1, started);
        Assert.Equal(2, await app.Jobs.CountAsync(j => j.State == JobState.Busy, cancellation));
        Assert.Equal("""{"job":{"state":"busy"}}""", emulator.Requests.Single(request => request.Method == "PATCH").Body);
    }

    [Fact]
    public async Task Without_a_server()
    {
        var app = new FakeApp(
            JourneyTestData.Read<Job>("""{ "id": "42059e2e-d2a2-41e3-a9f3-001e6733fe3c", "title": "Replace pump", "state": "new" }"""));

        int started = await new Dispatcher(app).StartAllAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, started);
        Job job = Assert.Single(app.Updated);
        Assert.True(job.State == JobState.Busy);
        Assert.Equal(["state"], JourneyTracking.ChangedFields(job));
    }

    private sealed class FakeApp(params Job[] jobs) : JourneyApp
    {
        public List<Job> Updated { get; } = [];

        public override JobSet Jobs => new FakeJobs(jobs, Updated);
    }

    private sealed class FakeJobs(Job[] jobs, List<Job> updated) : JobSet
    {
        public override ObjectQuery<Job, JobFields> AsQuery() => JourneyTestData.Query<Job, JobFields>(jobs);

        public override Task UpdateAsync(Job model, CancellationToken cancellationToken = default)
        {
            updated.Add(model);
            return Task.CompletedTask;
        }
    }
}
