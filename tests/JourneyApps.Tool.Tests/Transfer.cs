using System.Diagnostics;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Runs commands that reach a deployment against an emulator.</summary>
internal static class Transfer
{
    public static Task<ToolRun> RunAsync(TempFolder folder, JourneyEmulator emulator, params string[] args)
        => ToolRun.Of(folder, Token(emulator), "", [.. args, "--base-url", emulator.BaseAddress.AbsoluteUri]);

    public static Process Start(TempFolder folder, JourneyEmulator emulator, params string[] args)
        => ToolRun.Start(folder, Token(emulator), [.. args, "--base-url", emulator.BaseAddress.AbsoluteUri]);

    public static async Task UntilAsync(Func<bool> holds)
    {
        long end = Environment.TickCount64 + 60_000;
        while (!holds())
        {
            if (Environment.TickCount64 > end) throw new TimeoutException("It did not come to that.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static (string, string)[] Token(JourneyEmulator emulator) => [("JOURNEYAPPS_TOKEN", emulator.Token)];
}
