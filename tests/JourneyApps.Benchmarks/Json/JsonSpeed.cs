using System.Diagnostics;
using System.Text.Json;
using JourneyApps.Benchmarks.Results;

namespace JourneyApps.Benchmarks.Json;

/// <summary>Reading and writing, against other serializers. Several processes measure; medians over them are told.</summary>
internal static class JsonSpeed
{
    private const string Argument = "--measure";

    /// <summary>What one of the processes does: measures and prints its figures as JSON.</summary>
    public static bool Measure(string[] arguments)
    {
        if (arguments is not [Argument]) return false;
        Console.WriteLine(JsonSerializer.Serialize(Measuring.Run()));
        return true;
    }

    public static async Task RunAsync(int processes)
    {
        List<Figure> all = [];
        for (int i = 0; i < processes; i++)
        {
            ProcessStartInfo start = new(Environment.ProcessPath!, Argument) { RedirectStandardOutput = true };
            using Process child = Process.Start(start)!;
            all.AddRange(JsonSerializer.Deserialize<List<Figure>>(await child.StandardOutput.ReadToEndAsync())!);
            await child.WaitForExitAsync();
        }

        ResultFile.Keep("json", [.. Rows(all, processes)]);
    }

    private static IEnumerable<ResultRow> Rows(List<Figure> all, int processes)
    {
        foreach (IGrouping<string, Figure> row in all.GroupBy(static figure => figure.Row))
        {
            string time = $"{row.Key}, time (medians of {processes} processes)";
            foreach (IGrouping<string, Figure> contestant in row.GroupBy(static figure => figure.Contestant))
            {
                double ratio = Ratio(row, contestant.Key, Json.Rows.SourceGenerated, static figure => figure.Microseconds);
                double bound = row.Key == Json.Rows.Reading ? 0.80 : 0.90;
                Target? target = contestant.Key == Json.Rows.Ours ? Target.AtMost(bound, ratio, "×") : null;
                yield return new(time, contestant.Key, Median(contestant, static figure => figure.Microseconds), "µs", ratio, target);
            }

            foreach (IGrouping<string, Figure> contestant in row.GroupBy(static figure => figure.Contestant))
            {
                double ratio = Ratio(row, contestant.Key, Json.Rows.SourceGenerated, static figure => figure.AllocatedBytes);
                Target? target = contestant.Key == Json.Rows.Ours && row.Key == Json.Rows.Reading ? Target.AtMost(1, ratio, "×") : null;
                double kib = Median(contestant, static figure => figure.AllocatedBytes / 1024.0);
                yield return new($"{row.Key}, allocated", contestant.Key, kib, "KiB", row.Key == Json.Rows.Reading ? ratio : null, target);
            }

            if (row.Key != Json.Rows.Reading) continue;
            double scans = Ratio(row, Json.Rows.Ours, Json.Rows.TokenScan, static figure => figure.Microseconds);
            yield return new($"{row.Key}, in token scans", Json.Rows.Ours, scans, "×", null, Target.AtMost(2.8, scans, "×"));
        }
    }

    private static double Median(IEnumerable<Figure> figures, Func<Figure, double> value) => Measuring.Median([.. figures.Select(value)]);

    /// <summary>Each process is compared with itself: its neighbours' load meets all its contestants.</summary>
    private static double Ratio(IEnumerable<Figure> row, string contestant, string baseline, Func<Figure, double> value)
    {
        double[] those = [.. row.Where(figure => figure.Contestant == baseline).Select(value)];
        return Measuring.Median([.. row.Where(figure => figure.Contestant == contestant).Select((figure, process) => value(figure) / those[process])]);
    }
}
