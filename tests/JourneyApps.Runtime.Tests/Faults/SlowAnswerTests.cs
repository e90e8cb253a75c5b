using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Faults;

/// <summary>Answers that dribble over a real socket. 30 s between two reads are allowed.</summary>
public sealed class SlowAnswerTests
{
    [Fact]
    public async Task An_answer_that_dribbles_for_longer_than_the_read_limit_is_read_whole()
    {
        var time = new FastTime(20);
        await using EmulatedApp app = await StartAsync(time);
        Job job = (await app.SeedAsync(1))[0];
        app.Emulator.Faults.Add(Fault.Trickle(TimeSpan.FromSeconds(3), pieceBytes: 16));

        DateTimeOffset asked = time.GetUtcNow();
        Job found = await app.Jobs.GetAsync(job.Id);

        Assert.Equal(job.Title, found.Title);
        Assert.True(time.GetUtcNow() - asked > TimeSpan.FromSeconds(30), "It was not slow enough to tell anything.");
    }

    [Fact]
    public async Task A_write_whose_answer_dribbles_too_slowly_is_read_again_instead_of_written_again()
    {
        await using EmulatedApp app = await StartAsync(new FastTime(20));
        Job job = (await app.SeedAsync(1))[0];
        app.Emulator.Faults.Add(Fault.Trickle(TimeSpan.FromSeconds(60)) with { Route = EmulatorRoute.Update });

        job.Title = "slow";
        await app.Jobs.UpdateAsync(job);

        Assert.Equal(("slow", false), (job.Title, job.HasChanges));
        Assert.Equal(["PATCH", "GET"], app.Emulator.Requests.Select(request => request.Method));
    }

    private static Task<EmulatedApp> StartAsync(FastTime time) => EmulatedApp.StartAsync(server: options => options with { TimeProvider = time }, time: time);
}
