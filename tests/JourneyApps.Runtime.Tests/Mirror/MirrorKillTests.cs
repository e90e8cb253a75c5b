using JourneyApps.Mirroring;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>The mirror as a process, killed by the system: nothing of it is put in order, nothing is flushed.</summary>
public sealed class MirrorKillTests(ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";

    [Theory]
    [InlineData("transaction")]
    [InlineData("file")]
    public async Task Killed_as_a_process_beside_a_deleting_writer_the_copy_equals_the_source(string checkpoint)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await RunAsync(app, checkpoint, async campaign =>
        {
            Assert.Equal("", await campaign.DifferenceAsync("job", "site"));
            Assert.Superset(new HashSet<MirrorPhase?>(Enum.GetValues<MirrorPhase>().Cast<MirrorPhase?>()), campaign.Deaths.Keys.Select(death => death.Phase).ToHashSet());
            Assert.Contains(campaign.Deaths.Keys, death => death.IsSaving);
            Assert.Superset(new HashSet<string> { "Resync", "DataModelChanged" }, campaign.Events.ToHashSet());
        });
    }

    [Fact]
    public async Task A_loader_that_skips_pages_and_is_killed_alike_loses_rows()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await RunAsync(app, "skipping", async campaign =>
        {
            string difference = await campaign.DifferenceAsync("job");
            output.WriteLine(difference);
            Assert.Matches("^[1-9][0-9]* lost", difference);
        });
    }

    private async Task RunAsync(EmulatedApp app, string kind, Func<KillCampaign, Task> check)
    {
        int seed = Random.Shared.Next();
        (int objects, int kills) = Full ? (20_000, 50) : (2_000, 18);
        string folder = Directory.CreateTempSubdirectory().FullName;
        using var campaign = new KillCampaign(app, folder, kind, seed);
        await campaign.RunAsync(objects, kills);
        output.WriteLine($"{kind}: {objects} objects, {campaign}; seed {seed}");
        await check(campaign);
        Directory.Delete(folder, true);
    }
}
