using System.Globalization;
using System.Text.Json;

namespace JourneyApps.Benchmarks.Json;

/// <summary>Prints each row against System.Text.Json's generated code, and keeps the figures in a file.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Print(List<Figure> all, int processes)
    {
        foreach (IGrouping<string, Figure> row in all.GroupBy(static figure => figure.Row))
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Key} (medians of {processes} processes)"));
            foreach (IGrouping<string, Figure> contestant in row.GroupBy(static figure => figure.Contestant))
            {
                double ratio = Measuring.Median([.. Ratios(row, contestant)]);
                double microseconds = Measuring.Median([.. contestant.Select(static figure => figure.Microseconds)]);
                long allocated = contestant.Max(static figure => figure.AllocatedBytes);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {contestant.Key,-36} {ratio,6:0.00} x {microseconds,9:0} µs {allocated / 1024,7} KiB"));
            }
        }

        File.WriteAllText("benchmark-json.json", JsonSerializer.Serialize(all, Indented));
    }

    /// <summary>Each process is compared with itself: its neighbours' load meets all its contestants.</summary>
    private static IEnumerable<double> Ratios(IEnumerable<Figure> row, IEnumerable<Figure> contestant)
    {
        List<Figure> baseline = [.. row.Where(static figure => figure.Contestant == Rows.SourceGenerated)];
        return contestant.Select((figure, process) => figure.Microseconds / baseline[process].Microseconds);
    }
}
