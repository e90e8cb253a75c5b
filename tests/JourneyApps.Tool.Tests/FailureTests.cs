using System.Net;
using System.Net.Sockets;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>What goes wrong for everybody some day: one line, what to do, an exit code, and nothing half done.</summary>
public sealed class FailureTests
{
    public static TheoryData<string> Remote => ["pull", "check", "export job", "import job.csv"];

    public static TheoryData<string> WithSchema => ["check bad.xml", "emulate bad.xml"];

    [Theory]
    [MemberData(nameof(Remote))]
    public async Task A_wrong_token_is_one_line_that_says_where_to_get_another(string line)
    {
        string[] command = line.Split(' ');
        using TempFolder folder = Folder();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:wrong-token-7")], "", [.. command, "--base-url", emulator.BaseAddress.AbsoluteUri]);

        AssertOneLine(run, command[0], "Copy a token from the deployment's \"Manage API\" page.");
        Assert.DoesNotContain("wrong-token-7", run.Error + run.Out, StringComparison.Ordinal);
        AssertNothingIsLeft(folder);
        Assert.Equal(0, await emulator.CountAsync("job"));
    }

    [Theory]
    [MemberData(nameof(Remote))]
    public async Task No_network_is_one_line_that_says_what_to_check(string line)
    {
        string[] command = line.Split(' ');
        using TempFolder folder = Folder();

        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "t")], "", [.. command, "--base-url", $"http://127.0.0.1:{ClosedPort()}/api/v4/x"]);

        AssertOneLine(run, command[0], "Check the base URL, the network and the proxy.");
        AssertNothingIsLeft(folder);
    }

    [Theory]
    [MemberData(nameof(WithSchema))]
    public async Task A_bad_schema_is_one_line_with_its_place(string line)
    {
        string[] command = line.Split(' ');
        using TempFolder folder = Folder();
        folder.Write("bad.xml", "<data-model><model name=\"job\"");
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await ToolRun.Of(
            folder, [("JOURNEYAPPS_TOKEN", emulator.Token)], "", command[0] == "check" ? [.. command, "--base-url", emulator.BaseAddress.AbsoluteUri] : command);

        AssertOneLine(run, command[0], "bad.xml(1,29): error JA1050: ", exitCode: 1);
    }

    [Fact]
    public async Task A_bad_schema_is_shown_as_far_as_it_can_be_understood()
    {
        using TempFolder folder = Folder();
        folder.Write("bad.xml", Schemas.Faulty);

        ToolRun run = await ToolRun.Of(folder, "show", "bad.xml");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("job", run.Out, StringComparison.Ordinal);
        Assert.Contains("warning: the file has ", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_lists_what_is_wrong_with_a_schema_that_is_none_with_its_place()
    {
        using TempFolder folder = Folder();
        folder.Write("bad.xml", "<data-model>\n<model name=\"job\"");

        ToolRun run = await ToolRun.Of(folder, "lint", "bad.xml");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"bad\.xml\(2,\d+\): error JA\d{4}: ", run.Out);
    }

    private static TempFolder Folder()
    {
        TempFolder folder = new();
        folder.Write("job.csv", "title\r\nA\r\n");
        folder.Write("schema.xml", Schemas.Jobs);
        return folder;
    }

    private static void AssertOneLine(ToolRun run, string command, string text, int exitCode = 3)
    {
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Out));
        string line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith($"journeyapps {command}: ", line, StringComparison.Ordinal);
        Assert.Contains(text, line, StringComparison.Ordinal);
    }

    // The files that the test itself wrote are there, unchanged, and no part of another one.
    private static void AssertNothingIsLeft(TempFolder folder)
    {
        Assert.Equal(["job.csv", "schema.xml"], Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.Equal(Schemas.Jobs, File.ReadAllText(folder.File("schema.xml")));
    }

    private static int ClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
