using System.Diagnostics;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Real signals to the command in a pseudo-terminal, which <c>script</c> of util-linux makes: the command says that it stopped and what
/// to run next, shows the cursor again and leaves no temporary files.</summary>
public sealed class SignalTests
{
    private const string Again = "stopped. Nothing was changed; run the same command again.";
    private const string Resume = "stopped. Run the same command again to resume.";

    /// <summary>The command, the request that hangs, the signal, the exit code, the message, and the files that a resumed run needs.</summary>
    public static TheoryData<string, EmulatorRoute, string, int, string, string> Commands => new()
    {
        { "pull", EmulatorRoute.DataModelJson, "INT", 130, Again, "" },
        { "pull", EmulatorRoute.DataModelJson, "TERM", 143, Again, "" },
        { "pull", EmulatorRoute.DataModelJson, "HUP", 129, Again, "" },
        { "check schema.xml", EmulatorRoute.DataModelXml, "INT", 130, Again, "" },
        { "check schema.xml", EmulatorRoute.DataModelXml, "TERM", 143, Again, "" },
        { "export job -o out", EmulatorRoute.List, "INT", 130, Resume, "" },
        { "export job -o out --attachments out/files", EmulatorRoute.Media, "INT", 130, Resume, "" },
        { "export job -o out --attachments out/files", EmulatorRoute.Media, "TERM", 143, Resume, "" },
        { "import many.csv --model site", EmulatorRoute.Batch, "INT", 130, Resume, "many.csv.progress" },
        { "import many.csv --model site", EmulatorRoute.Batch, "TERM", 143, Resume, "many.csv.progress" },
        { "emulate schema.xml", EmulatorRoute.DataModelJson, "INT", 0, "", "" },
        { "emulate schema.xml", EmulatorRoute.DataModelJson, "TERM", 0, "", "" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_signal_ends_a_command_in_a_terminal_cleanly(string command, EmulatorRoute route, string signal, int exitCode, string message, string kept)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are tested where util-linux is.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", """{"title":"A","photo":{"base64":"cGhvdG8=","filename":"photo.jpg"}}""");
        folder.Write("schema.xml", Schemas.Jobs);
        folder.Write("many.csv", "name\n" + string.Concat(Enumerable.Range(0, 1500).Select(row => $"row {row}\n")));
        // The first batch of the import passes, so that there is progress to save.
        emulator.Faults.Add(Fault.Hang() with { Route = route, Skip = route == EmulatorRoute.Batch ? 1 : 0 });
        string[] before = [.. FilesIn(folder)];
        bool isEmulator = command.StartsWith("emulate", StringComparison.Ordinal);
        string address = isEmulator ? "" : $" --base-url {emulator.BaseAddress}";

        using Process terminal = ToolRun.StartInTerminal(folder, [("JOURNEYAPPS_TOKEN", emulator.Token)], command + address);
        Task<string> output = terminal.StandardOutput.ReadToEndAsync();
        await Transfer.UntilAsync(() => isEmulator ? folder.ReadShared("terminal").Contains("Press Ctrl+C", StringComparison.Ordinal) : emulator.Faults.ParkedRequests > 0);
        string id = File.ReadAllText(folder.File("pid")).Trim();
        await Process.Start("kill", [$"-{signal}", id]).WaitForExitAsync(TestContext.Current.CancellationToken);
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        string text = await output;

        Assert.True(exitCode == terminal.ExitCode, $"{terminal.ExitCode}: {text}");
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.True(text.LastIndexOf("\u001b[?25l", StringComparison.Ordinal) <= text.LastIndexOf("\u001b[?25h", StringComparison.Ordinal), $"The cursor is hidden: {text}");
        string[] more = [.. FilesIn(folder).Except(before).Except(["pid", "terminal"])];
        Assert.Equal(kept.Split(' ', StringSplitOptions.RemoveEmptyEntries), more);
    }

    [Fact]
    public async Task Ctrl_C_typed_into_the_terminal_stops_an_import_that_then_resumes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are tested where util-linux is.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("site.csv", "name\n" + string.Concat(Enumerable.Range(0, 1500).Select(row => $"row {row}\n")));
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Batch, Skip = 1 });

        using Process terminal = ToolRun.StartInTerminal(folder, [("JOURNEYAPPS_TOKEN", emulator.Token)], $"import site.csv --base-url {emulator.BaseAddress}");
        Task<string> output = terminal.StandardOutput.ReadToEndAsync();
        await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests > 0);
        await terminal.StandardInput.WriteAsync('\u0003');
        await terminal.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        emulator.Faults.Clear();
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "import", "site.csv");

        Assert.True(terminal.ExitCode == 130, await output);
        Assert.Contains("resuming after line 1001", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("1,500 rows: 1,500 written, 0 already existed, 0 rejected.", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(1500, await emulator.CountAsync("site"));
    }

    /// <summary>Terminals without a size, without abilities, in other languages; closed inputs and outputs.</summary>
    [Theory]
    [InlineData("stty cols 0 rows 0; TERM=xterm", "show schema.xml", 0)]
    [InlineData("stty cols 1; TERM=xterm", "show schema.xml", 0)]
    [InlineData("stty cols 3; TERM=xterm", "show schema.xml -f table", 0)]
    [InlineData("TERM=dumb", "show schema.xml -f table", 0)]
    [InlineData("TERM=", "show schema.xml", 0)]
    [InlineData("unset TERM; LC_ALL=tr_TR.UTF-8 LANG=tr_TR", "show schema.xml -f TREE", 0)]
    [InlineData("LC_ALL=de_DE.UTF-8", "import site.csv", 2)]
    public async Task It_works_in_every_terminal(string setup, string command, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are tested where util-linux is.");
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        folder.Write("site.csv", "name\nA\n");

        using Process terminal = ToolRun.StartInTerminal(folder, [], command, setup);
        string text = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(exitCode == terminal.ExitCode, $"{terminal.ExitCode}: {text}");
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show schema.xml | head -n 1", 0)]
    [InlineData("show schema.xml -f json > /dev/full", 3)]
    [InlineData("show schema.xml <&-", 0)]
    [InlineData("show schema.xml >&-", null)]
    [InlineData("show schema.xml 2>&-", 0)]
    [InlineData("lint schema.xml > /dev/full 2>&1", 3)]
    [InlineData("lint none.xml 2> /dev/full", 3)]
    [InlineData("nonsense 2> /dev/full", 2)]
    [InlineData("pull --base-url http://127.0.0.1:9/api/v4/x --token-stdin <&-", 2)]
    [InlineData("pull --base-url http://127.0.0.1:9/api/v4/x --token-stdin < /dev/null", 2)]
    public async Task Closed_and_full_streams_end_it_without_a_stack_trace(string line, int? exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The streams are those of a Linux shell.");
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun run = await ToolRun.OfShell(folder, line);

        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        if (exitCode is not null) Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}");
        else Assert.True(run.ExitCode is 0 or 3, $"{run.ExitCode}: {run.Error}");
    }

    private static IEnumerable<string> FilesIn(TempFolder folder)
        => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path)).Order(StringComparer.Ordinal);
}
