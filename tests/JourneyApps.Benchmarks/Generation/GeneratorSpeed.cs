using JourneyApps.Benchmarks.Results;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>What generating costs in a compiler that is warm: at the first build, while typing elsewhere, and after the edit of one field.</summary>
internal static class GeneratorSpeed
{
    private const double KiB = 1024;
    private const double MiB = 1024 * KiB;
    private const int WarmUpRounds = 4;

    public static void Run()
    {
        List<ResultRow> rows = [];
        foreach (int models in (int[])[10, 100, 1000])
        {
            Contestant[] contestants = [new Ours(models), SystemTextJson.Of(models)];
            int rounds = models == 1000 ? 11 : 41;
            List<GeneratorRun>[] runs = [[], []];
            for (int round = -WarmUpRounds; round < rounds; round++)
            {
                for (int i = 0; i < contestants.Length; i++)
                {
                    var run = GeneratorRun.Of(contestants[i], models);
                    if (round >= 0) runs[i].Add(run);
                }
            }

            Report(rows, models, contestants, runs);
        }

        ResultFile.Keep("generator", rows);
    }

    private static void Report(List<ResultRow> rows, int models, Contestant[] contestants, List<GeneratorRun>[] runs)
    {
        void Add(string what, string unit, Func<GeneratorRun, double> figure, double? limit = null, double? limitOfRatio = null)
        {
            // Each round is compared with itself: the neighbours' load meets both contestants alike.
            double ratio = Median(runs[0].Zip(runs[1], (ours, theirs) => figure(ours) / figure(theirs)));
            for (int i = 0; i < contestants.Length; i++)
            {
                double median = Median(runs[i].Select(figure));
                Target? target = i > 0 ? null
                    : limit is { } most ? Target.AtMost(most, median, unit)
                    : limitOfRatio is { } mostOfRatio ? Target.AtMost(mostOfRatio, ratio, "×")
                    : null;
                rows.Add(new($"{models} models, {what}", contestants[i].Name, median, unit, i == 0 ? ratio : 1, target));
            }
        }

        // The targets are stated for 1,000 models.
        bool large = models == 1000;
        Add("cold run, time", "ms", run => run.ColdMilliseconds, limitOfRatio: large ? 1 : null);
        Add("cold run, allocated", "MiB", run => run.ColdBytes / MiB, limit: large ? 32 : null);
        Add("unrelated edit, time", "ms", run => run.UnrelatedMilliseconds);
        Add("unrelated edit, allocated", "KiB", run => run.UnrelatedBytes / KiB, limit: large ? 64 : null);
        Add("one field edited, time", "ms", run => run.FieldMilliseconds);
        Add("one field edited, allocated", "MiB", run => run.FieldBytes / MiB, limit: large ? 3 : null);
        Add("emitted for a model", "characters", run => run.CharactersOfAModel, limit: large ? 10_500 : null);
        Add("emitted in all, by model", "characters", run => run.CharactersInAll);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
