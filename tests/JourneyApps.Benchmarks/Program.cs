using JourneyApps.Benchmarks.Emulator;
using JourneyApps.Benchmarks.Generation;
using JourneyApps.Benchmarks.Json;
using JourneyApps.Benchmarks.Mirroring;
using JourneyApps.Benchmarks.Start;
using JourneyApps.Benchmarks.Throughput;
using JourneyApps.Benchmarks.Transfers;

// What this program starts again for itself: a process that measures, and one that serves.
if (await StartSpeed.MeasureAsync(args) || JsonSpeed.Measure(args) || await EmulatorProcess.ServeAsync(args)) return 0;

Dictionary<string, Func<Task>> groups = new()
{
    ["generator"] = () => Task.Run(GeneratorSpeed.Run),
    ["build"] = () => Task.Run(BuildCost.Run),
    ["json"] = () => JsonSpeed.RunAsync(args is [_, "--processes", var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 8),
    ["emulator"] = EmulatorSpeed.RunAsync,
    ["transfers"] = TransferMemory.RunAsync,
    ["start"] = StartSpeed.RunAsync,
    ["published"] = PublishedSize.RunAsync,
    ["throughput"] = Reading.RunAsync,
    ["mirror"] = SinkSpeed.RunAsync,
    ["postgresql"] = PostgreSqlSpeed.RunAsync,
};
if (args.Length > 0 && !groups.ContainsKey(args[0]))
{
    Console.Error.WriteLine($"'{args[0]}' is not measured here: say nothing for everything, or one of {string.Join(", ", groups.Keys)}.");
    return 2;
}

foreach ((string name, Func<Task> run) in groups)
{
    if (args.Length == 0 || args[0] == name) await run();
}

return 0;
