using System.Diagnostics;

namespace JourneyApps.Benchmarks.Json;

/// <summary>Measures all contestants of all rows by turns, so that noise meets them alike.</summary>
internal static class Measuring
{
    private const int WarmUpRounds = 60;
    private const int Rounds = 80;

    public static List<Figure> Run()
    {
        List<Figure> figures = [];
        foreach ((string row, Dictionary<string, Func<int>> contestants) in Rows.All())
        {
            var times = contestants.Keys.ToDictionary(static name => name, static _ => new List<double>());
            for (int round = -WarmUpRounds; round < Rounds; round++)
            {
                foreach ((string name, Func<int> run) in contestants)
                {
                    long start = Stopwatch.GetTimestamp();
                    Consume(run());
                    double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                    if (round >= 0)
                        times[name].Add(microseconds);
                }

                if (round == -WarmUpRounds / 2)
                    Thread.Sleep(300);      // lets the background compiler finish the hot methods
            }

            foreach ((string name, Func<int> run) in contestants)
                figures.Add(new Figure(row, name, Median(times[name]), Allocated(run)));
        }

        return figures;
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static long Allocated(Func<int> run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Consume(run());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Consume(int result)
    {
        if (result <= 0)
            throw new InvalidOperationException("A contestant did nothing.");
    }
}
