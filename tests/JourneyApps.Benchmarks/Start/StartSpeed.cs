using System.Globalization;
using JourneyApps.Benchmarks.Results;

namespace JourneyApps.Benchmarks.Start;

/// <summary>What a small program costs from its start to its first page of 1,000 objects: the processor time of the whole process, most of which the compiler of the
/// runtime uses. Processes of both kinds run in turn.</summary>
internal static class StartSpeed
{
    private const string Argument = "--start";
    public const string Ours = "JourneyApps";
    public const string Plain = "HttpClient and System.Text.Json, source-generated";

    /// <summary>What one of the processes does: reads a page and prints the processor time that it took so far.</summary>
    public static async Task<bool> MeasureAsync(string[] arguments)
    {
        if (arguments is not [Argument, var who, var address, var token]) return false;
        int count = who == "ours" ? await OurFirstPage.ReadAsync(new Uri(address), token) : await PlainFirstPage.ReadAsync(new Uri(address), token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {Environment.CpuUsage.TotalTime.TotalMilliseconds}"));
        return true;
    }

    public static async Task RunAsync()
    {
        using StartServer server = await StartServer.StartAsync();
        string self = Environment.ProcessPath!;
        (double ours, double plain, double ratio) = await server.CompareAsync([self, Argument, "ours"], [self, Argument, "plain"]);
        string what = $"start to the first page of 1,000 objects, {StartServer.Medians}";
        ResultFile.Keep("start", [new ResultRow(what, Ours, ours, "ms", ratio, Target.AtMost(1.10, ratio, "×")), new ResultRow(what, Plain, plain, "ms", 1)]);
    }
}
