using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

public class MirrorCrashTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_random_points_beside_a_deleting_writer_the_copy_equals_the_source(bool inOneTransaction)
    {
        int seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        int kills = Full ? 50 : 24;
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var copy = new Copy { InOneTransaction = inOneTransaction };
        using var trial = new MirrorTrial(app, copy, seed);
        await trial.SeedAsync(Full ? 20_000 : 1_200);
        copy.At = trial.StepAsync;
        int deaths = 0;

        for (int kill = 0; kill < kills; kill++)
        {
            using var cancel = new CancellationTokenSource();
            if (kill % 3 == 2) cancel.CancelAfter(trial.RandomTime());
            else trial.LetDie();
            // Once each: the log is trimmed below the mirror's place, and the schema gains a field.
            if (kill == kills / 2) await app.Emulator.TrimOplogAsync(3);
            if (kill == kills * 3 / 4)
            {
                await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace(
                    "<field name=\"notes\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"notes\"", StringComparison.Ordinal));
            }
            // A run can also reach the end of the oplog before it dies.
            Exception? death = await Record.ExceptionAsync(() => MirrorTests.Create(trial.Reader, copy).CatchUpAsync(cancel.Token));
            Assert.True(death is null or DeathException or OperationCanceledException, death?.ToString());
            deaths += death is null ? 0 : 1;
            trial.LetLive();
        }

        Assert.InRange(deaths, kills / 4, kills);
        // The writer still works during the last run, until the copy is up to date.
        int left = 40;
        trial.LetLive();
        copy.At = _ => left-- > 0 ? trial.WriteAsync() : Task.CompletedTask;
        await MirrorTests.Create(trial.Reader, copy).CatchUpAsync();
        copy.At = _ => Task.CompletedTask;
        await MirrorTests.Create(trial.Reader, copy).CatchUpAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", trial.Deaths.GroupBy(point => point).Select(group => $"{group.Count()} {group.Key}")));
        Assert.Equal(("", seed), (await trial.DifferenceAsync(), seed));
    }

    [Fact]
    public async Task The_same_trial_with_a_loader_that_skips_pages_loses_rows()
    {
        int seed = Random.Shared.Next();
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var copy = new Copy();
        using var trial = new MirrorTrial(app, copy, seed);
        await trial.SeedAsync(1_200);
        copy.At = trial.StepAsync;
        await SkippingLoader.LoadAsync(trial.Reader, copy);

        string difference = await trial.DifferenceAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {difference}");
        Assert.Matches("^[1-9][0-9]* lost, 0 too many", difference);
    }
}
