using Acme.Field;
using JourneyApps.Mirroring;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

public class MirrorFallbackTests
{
    [Fact]
    public async Task Where_ids_are_not_compared_as_written_passes_are_repeated_until_one_was_quiet()
    {
        UnorderedIds? server = null;
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(40);
        using FieldApp client = EmulatedApp.Connect(app.Emulator, options =>
        {
            options.PageSize = 10;
            options.Handler = server = new UnorderedIds(app.Emulator.CreateHttpMessageHandler());
        });
        int deleted = 0;
        // A row that was read goes away before the second page: skipping passes over another one, which only the next pass finds.
        server!.BeforePage = async () =>
        {
            if (++deleted == 3) await app.Jobs.DeleteAsync(jobs[0]);
        };
        List<MirrorProgress> events = [];
        var copy = new Copy();
        await MirrorTests.Create(client, copy, options => options with { Progress = new Listener(events.Add) }).CatchUpAsync();

        Assert.Contains(events, progress => progress is { Event: MirrorEvent.FellBackToFullPasses, Model: "job" });
        Assert.True(deleted > 3);
        await MirrorTests.AssertEqualAsync(app, copy, "job");
    }

    [Fact]
    public async Task When_no_pass_is_quiet_the_mirror_stops_instead_of_losing_rows()
    {
        UnorderedIds? server = null;
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(30);
        using FieldApp client = EmulatedApp.Connect(app.Emulator, options =>
        {
            options.PageSize = 10;
            options.Handler = server = new UnorderedIds(app.Emulator.CreateHttpMessageHandler());
        });
        server!.BeforePage = () => app.Jobs.CreateAsync(new Job { Title = "busy" });

        JourneyApiException stop = await Assert.ThrowsAsync<JourneyApiException>(() => MirrorTests.Create(client, new Copy()).CatchUpAsync());
        Assert.Contains("job", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_ignores_positions_ends_the_mirror_with_an_error()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(30);
        using FieldApp client = EmulatedApp.Connect(app.Emulator, options =>
        {
            options.PageSize = 10;
            options.Handler = new UnorderedIds(app.Emulator.CreateHttpMessageHandler()) { IgnoresSkip = true };
        });

        UnreadableResponseException stop = await Assert.ThrowsAsync<UnreadableResponseException>(
            () => MirrorTests.Create(client, new Copy()).CatchUpAsync().WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("The list of job", stop.Message, StringComparison.Ordinal);
        Assert.Contains("returned no new ones", stop.Message, StringComparison.Ordinal);
    }
}
