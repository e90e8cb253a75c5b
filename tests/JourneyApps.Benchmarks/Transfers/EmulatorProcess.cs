using System.Diagnostics;
using System.Globalization;
using JourneyApps.Emulator;

namespace JourneyApps.Benchmarks.Transfers;

/// <summary>An emulator in a process of its own, so that the client's memory is the client's alone.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private const string Argument = "--serve";

    private readonly Process _process;

    private EmulatorProcess(Process process, Uri baseAddress, string token)
    {
        _process = process;
        BaseAddress = baseAddress;
        Token = token;
    }

    public Uri BaseAddress { get; }

    public string Token { get; }

    /// <summary>What the other process does, when it was started as such: serves until its input ends.</summary>
    public static async Task<bool> ServeAsync(string[] arguments)
    {
        if (arguments is not [Argument, var latency]) return false;
        using StreamReader schema = new(typeof(EmulatorProcess).Assembly.GetManifestResourceStream("schema.xml")!);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(
            await schema.ReadToEndAsync(), new EmulatorOptions { RecordedRequests = 0, RecordedBodyBytes = 0, Latency = TimeSpan.Parse(latency, CultureInfo.InvariantCulture) });
        Console.WriteLine($"{emulator.BaseAddress} {emulator.Token}");
        await Console.In.ReadToEndAsync();
        return true;
    }

    public static EmulatorProcess Start(TimeSpan latency = default)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [Argument, latency.ToString()]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        Process process = Process.Start(start)!;
        string[] told = process.StandardOutput.ReadLine()!.Split(' ');
        return new EmulatorProcess(process, new Uri(told[0]), told[1]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
