using JourneyApps.Emulator;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Tests;

/// <summary>Runs the command in this process, for tests with hundreds of command lines. Paths must be absolute.</summary>
internal static class InProcess
{
    public static Task<ToolRun> RunAsync(JourneyEmulator emulator, params string[] args)
        => RunAsync(emulator.Token + "\n", [.. args, "--base-url", emulator.BaseAddress.AbsoluteUri, "--token-stdin"]);

    public static async Task<ToolRun> RunAsync(string input, params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        using MemoryStream bytes = new();
        Terminal terminal = new(TextWriter.Synchronized(output), TextWriter.Synchronized(error), new StringReader(input), ErrorIsTerminal: false, OutIsTerminal: false)
        {
            OpenOut = () => bytes,
            Stop = TestContext.Current.CancellationToken,
        };
        int exitCode = await ToolApp.RunAsync(args, terminal);
        return new ToolRun(exitCode, output + System.Text.Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}
