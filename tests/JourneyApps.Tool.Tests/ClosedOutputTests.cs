using System.Diagnostics;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Commands whose output is read by a program that ends first, such as <c>head</c>.</summary>
public sealed class ClosedOutputTests
{
    private const int Objects = 3_000;

    /// <summary>The shell reports the exit code of the command, not that of <c>head</c>.</summary>
    private static async Task<(string Code, ToolRun Run)> HeadAsync(TempFolder folder, JourneyEmulator emulator, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no head.");
        folder.Write("t", emulator.Token);
        ToolRun run = await ToolRun.OfShell(
            folder, $"{command} --token-file t --base-url {emulator.BaseAddress} 2>error; echo $? > code; }} | head -n 1", before: "{");
        return (File.ReadAllText(folder.File("code")).Trim(), run);
    }

    [Fact]
    public async Task Changes_that_nobody_read_are_printed_again_by_the_next_run()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("site", Enumerable.Range(0, Objects).Select(i => $$"""{"name":"site {{i}}"}"""));

        (string code, ToolRun first) = await HeadAsync(folder, emulator, "log --since-file state");
        ToolRun rest = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state");

        Assert.Equal(("141", 1), (code, first.Out.Trim().Split('\n').Length));
        Assert.DoesNotContain("journeyapps log:", File.ReadAllText(folder.File("error")), StringComparison.Ordinal);
        Assert.InRange(rest.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, Objects - 1_000, Objects);
    }

    [Theory]
    [InlineData("log --last 400 --follow")]
    [InlineData("export site -o -")]
    [InlineData("export site -o - --format csv")]
    [InlineData("export site -o - --format parquet")]
    public async Task A_command_ends_when_the_reader_of_its_output_has_ended(string command)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("site", Enumerable.Range(0, Objects).Select(i => $$"""{"name":"site {{i}} {{new string('x', 500)}}"}"""));
        using CancellationTokenSource stop = new();
        Task writer = WriteAsync(emulator, stop.Token);

        (string code, _) = await HeadAsync(folder, emulator, command).WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await writer;

        Assert.Equal("141", code);
        Assert.DoesNotContain("   at ", File.ReadAllText(folder.File("error")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_in_a_file_follows_what_other_commands_write_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test needs a shell of Unix.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("site", Enumerable.Range(0, Objects).Select(i => $$"""{"name":"site {{i}}"}"""));
        folder.Write("t", emulator.Token);
        string export = $"export site -o - --token-file t --base-url {emulator.BaseAddress} 2>/dev/null";
        ToolRun file = await ToolRun.OfShell(folder, $"{export}; echo second; }} > lines", before: "{ echo first;");
        string[] lines = File.ReadAllLines(folder.File("lines"));

        Assert.Equal(0, file.ExitCode);
        Assert.Equal((Objects + 2, "first", "second"), (lines.Length, lines[0], lines[^1]));
    }

    // The log is followed until something is printed after the reader has ended.
    private static async Task WriteAsync(JourneyEmulator emulator, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await emulator.SeedAsync("site", """{"name":"later"}""");
            await Task.Delay(100, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }
}
