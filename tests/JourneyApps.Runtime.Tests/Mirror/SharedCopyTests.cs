using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>Several mirrors on one copy, as in a rolling deployment: each a process, killed by the system.</summary>
public sealed class SharedCopyTests(ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";

    [Theory]
    [InlineData(2, "transaction")]
    [InlineData(3, "sink")]
    public async Task Several_mirrors_on_one_copy_beside_a_deleting_writer_leave_it_equal_to_the_source(int mirrors, string kind)
    {
        int seed = Full ? Random.Shared.Next() : 4711 + mirrors;
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string folder = Directory.CreateTempSubdirectory().FullName;
        var campaign = new SharedCopyCampaign(app, folder, kind, seed);
        await campaign.RunAsync(mirrors, objects: Full ? 5_000 : 1_500, rounds: Full ? 25 : 2);
        output.WriteLine($"{mirrors} mirrors on one copy ({kind}): {campaign}; seed {seed}");
        Assert.Equal("", await campaign.DifferenceAsync());
        Directory.Delete(folder, true);
    }
}
