using System.Diagnostics;
using System.Text.Json;
using JourneyApps.Benchmarks.Emulator;
using JourneyApps.Benchmarks.Json;
using JourneyApps.Benchmarks.Transfers;

// One process measures and prints its figures as JSON; the parent takes medians over several processes and prints ratios.
if (args is ["--measure"])
{
    Console.WriteLine(JsonSerializer.Serialize(Measuring.Run()));
    return 0;
}

if (await EmulatorProcess.ServeAsync(args)) return 0;

if (args is ["transfers"])
{
    await TransferMemory.RunAsync();
    return 0;
}

if (args is ["emulator"])
{
    await EmulatorSpeed.RunAsync();
    return 0;
}

int processes = args is ["--processes", var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 8;
List<Figure> all = [];
for (int i = 0; i < processes; i++)
{
    ProcessStartInfo start = new(Environment.ProcessPath!, "--measure") { RedirectStandardOutput = true };
    using Process child = Process.Start(start)!;
    all.AddRange(JsonSerializer.Deserialize<List<Figure>>(await child.StandardOutput.ReadToEndAsync())!);
    await child.WaitForExitAsync();
}

Report.Print(all, processes);
return 0;
