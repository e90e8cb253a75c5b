using JourneyApps.Emulator;

namespace JourneyTests;

public sealed class JobTests(AppFixture fixture) : IClassFixture<AppFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_sends_only_the_changed_field()
    {
        var job = new Job { Title = "Replace pump", State = JobState.New };
        await fixture.App.Jobs.CreateAsync(job, Cancellation);
        fixture.Emulator.ClearRequests();

        job.State = JobState.Busy;
        await fixture.App.Jobs.UpdateAsync(job, Cancellation);

        Assert.Equal("""{"job":{"state":"busy"}}""", Assert.Single(fixture.Emulator.Requests).Body);
    }

    [Fact]
    public async Task A_job_is_created_once_even_if_the_response_is_lost()
    {
        var job = new Job { Title = "Paint wall" };
        fixture.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });

        await fixture.App.Jobs.CreateAsync(job, Cancellation);

        Assert.Equal(1, await fixture.App.Jobs.CountAsync(j => j.Title == "Paint wall", Cancellation));
    }
}
