using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class ExportTests
{
    /// <summary>What is hard to carry in a cell: quotes, line breaks, formulas, no value beside the empty text, zero, separators in keys.</summary>
    private const string Hard = """
        {"id":"00000000-0000-4000-8000-000000000001","title":"=1+1","state":"busy","cost":0,"tags":["a","b;c"],"where":{"latitude":0,"longitude":-18.5},"due":"2026-12-01","billable":false,"site_id":"00000000-0000-4000-8000-0000000000aa"}
        {"id":"00000000-0000-4000-8000-000000000002","title":"say \"yes\",\r\nor no","tags":[]}
        {"id":"00000000-0000-4000-8000-000000000003","title":""}
        {"id":"00000000-0000-4000-8000-000000000004","title":" é \u2028 '@x"}
        {"id":"00000000-0000-4000-8000-000000000005","title":"-5"}
        {"id":"00000000-0000-4000-8000-000000000006"}

        """;

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("csv", "--guard-formulas")]
    [InlineData("csv", "--delimiter", ";")]
    public async Task What_is_exported_can_be_imported_elsewhere_and_is_the_same(string format, params string[] options)
    {
        using TempFolder folder = new();
        await using JourneyEmulator from = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await using JourneyEmulator to = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", Hard);
        Assert.Equal(0, (await Transfer.RunAsync(folder, from, "import", "job.jsonl")).ExitCode);

        ToolRun export = await Transfer.RunAsync(folder, from, ["export", "job", "--format", format, "--output", "out", .. options]);
        ToolRun import = await Transfer.RunAsync(folder, to, ["import", $"out/job.{format}", .. options]);

        Assert.Equal((0, 0), (export.ExitCode, import.ExitCode));
        Assert.Equal($"job: 6 objects in {Path.Combine("out", $"job.{format}")}", export.Error.Trim());
        Assert.Equal(await ContentAsync(from), await ContentAsync(to));
        Assert.Equal([$"job.{format}"], Directory.EnumerateFiles(folder.File("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Formulas_are_guarded_on_request_and_numbers_are_not()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", Hard);
        await Transfer.RunAsync(folder, emulator, "import", "job.jsonl");

        await Transfer.RunAsync(folder, emulator, "export", "job", "--format", "csv", "--guard-formulas", "--labels");

        string[] lines = File.ReadAllLines(folder.File("job.csv"));
        Assert.Equal("id,updated_at,display,title,state,state.display,cost,tags,tags.display,where.latitude,where.longitude,where.altitude,where.horizontal_accuracy,where.vertical_accuracy,where.timestamp,due,billable,photo_id,site_id", lines[0]);
        Assert.Contains(",'=1+1,busy,In progress,0,", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",-5,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_object_of_many_is_in_the_file_once_in_the_order_of_ids()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await SeedAsync(folder, emulator, 4200);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "export");

        Assert.Equal(0, run.ExitCode);
        string[] ids = Ids(folder);
        Assert.Equal(4200, ids.Length);
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Equal("", File.ReadAllText(folder.File("site.jsonl")));
    }

    [Fact]
    public async Task An_export_that_was_killed_goes_on_where_it_was()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await SeedAsync(folder, emulator, 4200);
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Query, Skip = 4 });
        using (Process process = Transfer.Start(folder, emulator, "export", "job"))
        {
            await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests > 0 && File.Exists(folder.File("job.jsonl.progress")));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Half a line, as a crash in the middle of writing leaves it.
        File.AppendAllText(folder.File("job.jsonl.part"), "{\"id\":\"half");
        int requestsBefore = emulator.Requests.Count;
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "export", "job");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("job: resuming", resumed.Error, StringComparison.Ordinal);
        string[] ids = Ids(folder);
        Assert.Equal(4200, ids.Length);
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        // It asks for what lies behind the last id, and never from the start.
        Assert.DoesNotContain(emulator.Requests.Skip(requestsBefore), request => request.PathAndQuery.StartsWith("objects/job.json?limit=1000", StringComparison.Ordinal));
        Assert.Equal(["job.jsonl"], Directory.EnumerateFiles(folder.Path, "job.jsonl*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_unknown_model_is_answered_with_those_that_are_there()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "export", "jobs");

        Assert.Equal((3, "journeyapps export: there is no model 'jobs'. The models are: job, site."), (run.ExitCode, run.Error.TrimEnd()));
    }

    private static async Task SeedAsync(TempFolder folder, JourneyEmulator emulator, int count)
    {
        StringBuilder text = new("title\n");
        for (int row = 0; row < count; row++) text.Append(CultureInfo.InvariantCulture, $"row {row}\n");
        folder.Write("seed.csv", text.ToString());
        Assert.Equal(0, (await Transfer.RunAsync(folder, emulator, "import", "seed.csv", "--model", "job")).ExitCode);
    }

    private static string[] Ids(TempFolder folder)
        => [.. File.ReadLines(folder.File("job.jsonl")).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>())];

    private static async Task<string> ContentAsync(JourneyEmulator emulator)
        => string.Join('\n', (await emulator.ObjectsAsync("job")).OrderBy(job => job.Id, StringComparer.Ordinal).Select(job => $"{job.Id} {Sorted(job.Json)}"));

    private static string Sorted(string json)
        => string.Join(", ", JsonNode.Parse(json)!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {WithoutTime(member.Value)}"));

    // A location without a time gets that of its writing.
    private static string WithoutTime(JsonNode? value)
    {
        if (value is JsonObject location) location.Remove("timestamp");
        return value?.ToJsonString() ?? "null";
    }
}
