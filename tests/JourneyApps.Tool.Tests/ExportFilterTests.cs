using System.Diagnostics;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class ExportFilterTests
{
    [Fact]
    public async Task Only_objects_that_meet_the_expression_are_exported()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync(
            "job",
            """{"title":"busy, dear","state":"busy","cost":100,"due":"2026-12-01"}""",
            """{"title":"busy, cheap","state":"busy","cost":5,"due":"2026-12-01"}""",
            """{"title":"new, dear","state":"new","cost":100,"due":"2026-12-01"}""",
            """{"title":"123","state":"new"}""");

        ToolRun both = await Transfer.RunAsync(folder, emulator, "export", "job", "--where", "state = ? and cost > ?", "--argument", "busy", "--argument", "50");
        ToolRun either = await Transfer.RunAsync(folder, emulator, "export", "job", "-o", "either", "-w", "title starts with ? or cost < ?", "-a", "new", "-a", "10");
        ToolRun list = await Transfer.RunAsync(folder, emulator, "export", "job", "-o", "list", "-w", "title in ?", "-a", """["123","busy, cheap"]""");
        ToolRun digits = await Transfer.RunAsync(folder, emulator, "export", "job", "-o", "digits", "-w", "title = ?", "-a", "\"123\"");

        Assert.Equal((0, 0, 0, 0), (both.ExitCode, either.ExitCode, list.ExitCode, digits.ExitCode));
        Assert.Equal(["busy, dear"], Titles(folder, "job.jsonl"));
        Assert.Equal(["busy, cheap", "new, dear"], Titles(folder, "either/job.jsonl"));
        Assert.Equal(["123", "busy, cheap"], Titles(folder, "list/job.jsonl"));
        Assert.Equal(["123"], Titles(folder, "digits/job.jsonl"));
    }

    /// <summary>A filter with <c>or</c> must not swallow the condition on ids that parts the reading into slices.</summary>
    [Fact]
    public async Task Every_object_of_many_that_meets_the_expression_is_in_the_file_once_also_after_a_kill()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", Enumerable.Range(0, 5000).Select(i => $$"""{"title":"{{(i % 5 == 0 ? "skip" : "take")}} {{i}}","cost":{{i % 2}}}"""));
        string[] command = ["export", "job", "--where", "title starts with ? or title starts with ?", "-a", "take", "-a", "nothing"];
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Query, Skip = 6 });
        using (Process process = Transfer.Start(folder, emulator, command))
        {
            await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests > 0 && File.Exists(folder.File("job.jsonl.progress")));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(folder.File("job.jsonl.progress")));
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, command);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("job: resuming", resumed.Error, StringComparison.Ordinal);
        string[] titles = Titles(folder, "job.jsonl");
        Assert.Equal(4000, titles.Length);
        Assert.Equal(4000, titles.Distinct().Count());
        Assert.All(titles, title => Assert.StartsWith("take", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_expression_does_not_go_on_in_the_file_of_the_first()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", Enumerable.Range(0, 9000).Select(i => $$"""{"title":"row {{i}}","cost":{{i % 2}}}"""));
        // The count, the first query and four of five ranges succeed.
        emulator.Faults.Add(Fault.Status(403) with { Route = EmulatorRoute.Query, Skip = 6, Times = null });

        ToolRun stopped = await Transfer.RunAsync(folder, emulator, "export", "job", "-w", "cost = ?", "-a", "0");
        Assert.True(File.Exists(folder.File("job.jsonl.progress")));
        emulator.Faults.Clear();
        ToolRun other = await Transfer.RunAsync(folder, emulator, "export", "job", "-w", "cost = ?", "-a", "1");

        Assert.Equal((3, 0), (stopped.ExitCode, other.ExitCode));
        Assert.DoesNotContain("resuming", other.Error, StringComparison.Ordinal);
        Assert.All(File.ReadLines(folder.File("job.jsonl")), line => Assert.Equal(1, (double)JsonNode.Parse(line)!["cost"]!));
    }

    /// <summary>The API compares without conversions, so a value of another type would silently match nothing.</summary>
    [Theory]
    [InlineData("billable = ?", "yes", "'yes' is not a value of job.billable: true or false was expected.")]
    [InlineData("billable != ?", "1", "'1' is not a value of job.billable: true or false was expected.")]
    [InlineData("title = ? and cost > ?", "x", "'x' is not a value of job.cost: a number with a decimal point was expected.")]
    [InlineData("cost > ?", "12,5", "'12,5' is not a value of job.cost: a number with a decimal point was expected.")]
    [InlineData("due < ?", "01.12.2026", "'01.12.2026' is not a value of job.due: a date such as 2026-12-31 was expected.")]
    [InlineData("state = ?", "closed", "'closed' is not a value of job.state: the keys of its options are new, busy. Pass a key that the data model no longer has as JSON: '\"closed\"'.")]
    [InlineData("state = ?", "In progress", "'In progress' is not a value of job.state: the keys of its options are new, busy. It is the label of 'busy'. Pass a key that the data model no longer has as JSON: '\"In progress\"'.")]
    [InlineData("state in ?", "[\"busy\",\"old\"]", "'old' is not a value of job.state: the keys of its options are new, busy. Pass a key that the data model no longer has as JSON: '\"old\"'.")]
    [InlineData("state in ?", "busy", "'busy' is not a value of job.state: a list such as [\"a\",\"b\"] was expected.")]
    [InlineData("tags contains ?", "z", "'z' is not a value of job.tags: the keys of its options are a, b;c. Pass a key that the data model no longer has as JSON: '\"z\"'.")]
    public async Task A_value_that_no_object_can_have_is_refused(string where, string argument, string message)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string[] values = [.. where.Where(c => c == '?').SelectMany(_ => (string[])["--argument", argument])];

        foreach (string[] command in (string[][])[["count", "job"], ["export", "job"], ["delete", "job", "--dry-run"]])
        {
            ToolRun run = await Transfer.RunAsync(folder, emulator, [.. command, "--where", where, .. values]);

            Assert.Equal((2, $"journeyapps {command[0]}: {message}"), (run.ExitCode, run.Error.TrimEnd()));
        }
    }

    [Theory]
    [InlineData("billable = ?", "True")]
    [InlineData("billable = ?", "true")]
    [InlineData("title = ?", "123")]
    [InlineData("title starts with ?", "12")]
    [InlineData("title in ?", "[123]")]
    [InlineData("state = ?", "busy")]
    [InlineData("state = ?", "\"busy\"")]
    [InlineData("state != ?", "\"gone\"")]
    [InlineData("cost = ?", "12.50")]
    [InlineData("due = ?", "2026-12-01")]
    [InlineData("tags contains ?", "b;c")]
    [InlineData("tags = ?", "[\"a\",\"b;c\"]")]
    [InlineData("where = ?", "null")]
    [InlineData("site_id = ?", "613e4cb0-e665-4705-aaef-2fb91adacabd")]
    [InlineData("(title = ?)", "123")]
    public async Task A_value_is_converted_to_the_type_of_its_field(string where, string argument)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", """{"title":"123","state":"busy","cost":12.5,"due":"2026-12-01","billable":true,"tags":["a","b;c"],"site_id":"613e4cb0-e665-4705-aaef-2fb91adacabd"}""");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "count", "job", "--where", where, "--argument", argument);

        Assert.Equal((0, "1"), (run.ExitCode, (run.Out + run.Error).Trim()));
    }

    [Theory]
    [InlineData("journeyapps export: --where requires exactly one model.", "export", "--where", "cost > ?", "-a", "1")]
    [InlineData("journeyapps export: --argument requires --where.", "export", "job", "-a", "1")]
    [InlineData("journeyapps export: --where has 1 question mark but 0 --arguments.", "export", "job", "--where", "cost > ?")]
    public async Task What_goes_together_is_said(string message, params string[] command)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Transfer.RunAsync(folder, emulator, command);

        Assert.Equal((2, message), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Fact]
    public async Task A_wrong_expression_is_one_line_with_what_the_server_says()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "export", "job", "-w", "colour = ?", "-a", "red");

        Assert.Equal(3, run.ExitCode);
        string line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("The server says: ", line, StringComparison.Ordinal);
        Assert.Contains("colour", line, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("job.jsonl")));
    }

    private static string[] Titles(TempFolder folder, string file)
        => [.. File.ReadLines(folder.File(file)).Select(line => JsonNode.Parse(line)!["title"]!.GetValue<string>()).Order(StringComparer.Ordinal)];
}
