using System.Diagnostics;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary><c>get</c>, <c>count</c>, <c>log</c>, <c>delete</c> and the formats of <c>show</c>.</summary>
public sealed class ReadCommandTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";

    [Fact]
    public async Task Get_prints_an_object_per_line_and_names_those_that_do_not_exist()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);

        ToolRun found = await Transfer.RunAsync(folder, emulator, "get", "job", Id);
        ToolRun missing = await Transfer.RunAsync(folder, emulator, "get", "job", Id, "00000000-0000-4000-8000-000000000000");

        Assert.Equal((0, ""), (found.ExitCode, found.Error));
        Assert.Equal("Pump", (string)JsonNode.Parse(found.Out)!["title"]!);
        Assert.Equal((1, found.Out), (missing.ExitCode, missing.Out));
        Assert.Equal("there is no job '00000000-0000-4000-8000-000000000000'.", missing.Error.TrimEnd());
    }

    [Fact]
    public async Task Count_prints_a_number_or_a_line_per_model()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);

        Assert.Equal("3", (await Transfer.RunAsync(folder, emulator, "count", "job")).Out.Trim());
        Assert.Equal("1", (await Transfer.RunAsync(folder, emulator, "count", "job", "--where", "state = ?", "-a", "busy")).Out.Trim());
        Assert.Equal("job\t3\nsite\t0\n", (await Transfer.RunAsync(folder, emulator, "count")).Out.ReplaceLineEndings("\n"));
        Assert.Equal("job\t3\nsite\t0\n", (await Transfer.RunAsync(folder, emulator, "count", "--all")).Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Delete_shows_what_it_would_delete_and_deletes_only_that()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);
        string[] where = ["delete", "job", "--where", "state = ?", "--argument", "new"];

        ToolRun dry = await Transfer.RunAsync(folder, emulator, [.. where, "--dry-run"]);
        ToolRun asks = await Transfer.RunAsync(folder, emulator, where);
        long before = await emulator.CountAsync("job");
        ToolRun deleted = await Transfer.RunAsync(folder, emulator, [.. where, "--yes"]);
        ToolRun again = await Transfer.RunAsync(folder, emulator, [.. where, "--yes"]);

        Assert.Equal((0, "2 objects of job would be deleted."), (dry.ExitCode, dry.Error.Trim()));
        Assert.Contains($"{Id}  Pump", dry.Out, StringComparison.Ordinal);
        Assert.Equal(2, asks.ExitCode);
        Assert.Equal(3, before);
        Assert.Equal((0, "job: 2 objects deleted."), (deleted.ExitCode, deleted.Error.Trim()));
        Assert.Equal((0, "job: 0 objects deleted."), (again.ExitCode, again.Error.Trim()));
        Assert.Equal(1, await emulator.CountAsync("job"));
    }

    [Fact]
    public async Task Log_prints_a_line_per_change_and_continues_where_the_file_says()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);

        ToolRun last = await Transfer.RunAsync(folder, emulator, "log", "--last", "2");
        ToolRun first = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state");
        ToolRun nothing = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state");
        await Transfer.RunAsync(folder, emulator, "delete", "job", "--where", "state = ?", "-a", "busy", "--yes");
        ToolRun later = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state", "--json");

        Assert.Equal(2, Lines(last).Length);
        Assert.Equal(3, Lines(first).Length);
        Assert.Matches($@"^\d+ \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ create job {Id} Pump$", Lines(first)[0]);
        Assert.Equal((0, ""), (nothing.ExitCode, nothing.Out));
        Assert.Equal("delete", (string)JsonNode.Parse(Assert.Single(Lines(later)))!["operation"]!);
    }

    [Fact]
    public async Task Log_follows_until_it_is_stopped_and_loses_nothing()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no SIGTERM.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);
        using Process process = Transfer.Start(folder, emulator, "log", "--since-file", "state", "--follow");
        for (int i = 0; i < 3; i++) Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        await Transfer.RunAsync(folder, emulator, "delete", "job", "--where", "state = ?", "-a", "busy", "--yes");
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        ToolRun later = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state");

        Assert.Contains(" delete job ", line, StringComparison.Ordinal);
        Assert.Equal((143, "journeyapps log: stopped. Run the same command again for the changes that follow."), (process.ExitCode, error.Trim()));
        Assert.DoesNotContain(" create ", later.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_goes_through_a_pipe_that_closes_early()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no sh.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);
        folder.Write("t", emulator.Token);

        ToolRun run = await ToolRun.OfShell(folder, $"log --token-file t --base-url {emulator.BaseAddress} 2>error | head -n 1");

        Assert.Single(Lines(run));
        Assert.DoesNotContain("Exception", File.ReadAllText(folder.File("error")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_writes_json_schema_and_openapi_of_what_the_api_returns()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun schema = await ToolRun.Of(folder, "show", "--format", "jsonschema");
        ToolRun api = await ToolRun.Of(folder, "show", "--format", "openapi", "--model", "job");

        JsonNode job = JsonNode.Parse(schema.Out)!["$defs"]!["job"]!["properties"]!;
        Assert.Equal("busy", (string)job["state"]!["properties"]!["key"]!["oneOf"]![1]!["const"]!);
        Assert.Equal("In progress", (string)job["state"]!["properties"]!["key"]!["oneOf"]![1]!["title"]!);
        Assert.Equal("uuid", (string)job["site_id"]!["format"]!);
        Assert.Equal("date", (string)job["due"]!["format"]!);
        JsonNode document = JsonNode.Parse(api.Out)!;
        Assert.Equal("3.1.0", (string)document["openapi"]!);
        Assert.Equal(["/objects/job.json", "/objects/job/{id}.json", "/objects/job/count.json"], document["paths"]!.AsObject().Select(path => path.Key));
        Assert.Equal((0, 0), (schema.ExitCode, api.ExitCode));
    }

    private static string[] Lines(ToolRun run) => run.Out.TrimEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<JourneyEmulator> StartAsync(TempFolder folder)
    {
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("rows.jsonl", $$"""
            {"id":"{{Id}}","title":"Pump","state":"new"}
            {"title":"Valve","state":"busy"}
            {"title":"Pipe","state":"new"}
            """);
        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "rows.jsonl", "--model", "job");
        Assert.Equal(0, run.ExitCode);
        return emulator;
    }

    /// <summary>Otherwise the earlier changes of the other models would never be printed.</summary>
    [Fact]
    public async Task The_file_of_the_last_change_belongs_to_the_models_and_the_deployment()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync(folder);
        ToolRun jobs = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state", "--model", "job", "--model", "site");
        ToolRun same = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state", "--model", "site", "--model", "job");
        ToolRun other = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state", "--model", "site");
        ToolRun all = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state");
        File.WriteAllText(folder.File("state"), File.ReadAllLines(folder.File("state"))[0] + "\n");
        ToolRun older = await Transfer.RunAsync(folder, emulator, "log", "--since-file", "state");

        Assert.Equal((0, 0, 2, 2, 0), (jobs.ExitCode, same.ExitCode, other.ExitCode, all.ExitCode, older.ExitCode));
        Assert.Contains("other models", other.Error, StringComparison.Ordinal);
    }
}
