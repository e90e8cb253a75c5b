using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>The figures of one round.</summary>
/// <param name="ColdMilliseconds">The first run of a driver.</param>
/// <param name="ColdBytes">What it allocates.</param>
/// <param name="UnrelatedMilliseconds">A run after an edit of code that has nothing to do with the models.</param>
/// <param name="UnrelatedBytes">What it allocates.</param>
/// <param name="FieldMilliseconds">A run after the name of one field of one model was changed, reading the models again included.</param>
/// <param name="FieldBytes">What it allocates.</param>
/// <param name="CharactersOfAModel">What is generated for the models, by their number.</param>
/// <param name="CharactersInAll">All that is generated, by the number of models.</param>
internal sealed record GeneratorRun(
    double ColdMilliseconds,
    long ColdBytes,
    double UnrelatedMilliseconds,
    long UnrelatedBytes,
    double FieldMilliseconds,
    long FieldBytes,
    double CharactersOfAModel,
    double CharactersInAll)
{
    public static GeneratorRun Of(Contestant contestant, int models)
    {
        GeneratorDriver driver = contestant.Reset();
        (double coldTime, long coldBytes) = Measure(contestant, ref driver);

        // The first run after a cold one also tidies up the driver's tables; every later one is like the one measured.
        contestant.EditUnrelated();
        driver = contestant.Run(driver);
        contestant.EditUnrelated();
        (double unrelatedTime, long unrelatedBytes) = Measure(contestant, ref driver);

        driver = contestant.EditField(driver);
        (double fieldTime, long fieldBytes) = Measure(contestant, ref driver);
        return new(coldTime, coldBytes, unrelatedTime, unrelatedBytes, fieldTime, fieldBytes,
            Characters(driver, contestant.IsOfModels) / models, Characters(driver, static _ => true) / models);
    }

    private static (double Milliseconds, long Bytes) Measure(Contestant contestant, ref GeneratorDriver driver)
    {
        GC.Collect();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        driver = contestant.Run(driver);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return (milliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static double Characters(GeneratorDriver driver, Func<string, bool> which) => Sources(driver)
        .Where(source => which(source.HintName))
        .Sum(source => (double)source.SourceText.Length);

    private static ImmutableArray<GeneratedSourceResult> Sources(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is { } failure) throw new InvalidOperationException("A generator failed.", failure);
        if (!result.GeneratedSources.Any(source => source.SourceText.ToString().Contains("memos", StringComparison.Ordinal)))
            throw new InvalidOperationException("A generator did not follow the edit.");
        return result.GeneratedSources;
    }
}
