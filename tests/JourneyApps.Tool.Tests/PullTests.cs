using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class PullTests
{
    [Fact]
    public async Task The_schema_is_written_as_it_was_deployed()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Pull(folder, emulator);

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Equal("schema.xml written: 2 models.", run.Error.Trim());
        Assert.Equal(Schemas.Jobs, File.ReadAllText(folder.File("schema.xml")));
        Assert.Equal(["schema.xml"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_second_pull_asks_only_whether_something_changed_and_leaves_the_file_alone()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await Pull(folder, emulator);
        DateTime before = File.GetLastWriteTimeUtc(folder.File("schema.xml"));
        emulator.ClearRequests();

        ToolRun run = await Pull(folder, emulator);

        Assert.Equal("schema.xml is up to date.", run.Error.Trim());
        RecordedRequest request = Assert.Single(emulator.Requests);
        Assert.Equal(("datamodel.json", 304), (request.PathAndQuery, request.StatusCode));
        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.File("schema.xml")));
    }

    [Fact]
    public async Task A_file_that_was_edited_since_is_pulled_anew()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await Pull(folder, emulator);
        folder.Write("schema.xml", Schemas.Jobs.Replace("Cost", "Price", StringComparison.Ordinal));

        ToolRun run = await Pull(folder, emulator);

        Assert.Contains("schema.xml written", run.Error, StringComparison.Ordinal);
        Assert.Contains("~ job.cost: label \"Price\" -> \"Cost\"", run.Error, StringComparison.Ordinal);
        Assert.Equal(Schemas.Jobs, File.ReadAllText(folder.File("schema.xml")));
    }

    [Fact]
    public async Task A_new_deployment_is_written_with_the_present_time_and_its_changes_are_told()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await Pull(folder, emulator);
        File.SetLastWriteTimeUtc(folder.File("schema.xml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await emulator.UpdateSchemaAsync(Schemas.Jobs.Replace("<field name=\"cost\" label=\"Cost\" type=\"number\"/>", "<field name=\"hours\" label=\"Hours\" type=\"number\"/>", StringComparison.Ordinal));

        ToolRun run = await Pull(folder, emulator);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("- job.cost: field number", run.Error, StringComparison.Ordinal);
        Assert.Contains("+ job.hours: field number", run.Error, StringComparison.Ordinal);
        Assert.True(File.GetLastWriteTimeUtc(folder.File("schema.xml")) > DateTime.UtcNow.AddMinutes(-5));
    }

    [Fact]
    public async Task Json_is_on_request()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Pull(folder, emulator, "--format", "json");

        Assert.Equal("datamodel.json written: 2 models.", run.Error.Trim());
        Assert.Contains("\"datamodel_hash\"", File.ReadAllText(folder.File("datamodel.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_one_line_and_leaves_the_file_alone()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", "mine");
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:wrong")], "", "pull", "--base-url", emulator.BaseAddress.AbsoluteUri);

        Assert.Equal(3, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("Manage API", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("O:wrong", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.File("schema.xml")));
    }

    [Fact]
    public async Task No_network_is_one_line_that_says_what_to_check()
    {
        using TempFolder folder = new();

        // Nothing listens on port 9 (discard) of this machine.
        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:t")], "", "pull", "--base-url", "http://127.0.0.1:9/api/v4/x");

        Assert.Equal(3, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("could not be reached (ConnectionRefused). Check the base URL, the network and the proxy.", run.Error, StringComparison.Ordinal);
    }

    private static Task<ToolRun> Pull(TempFolder folder, JourneyEmulator emulator, params string[] more)
        => ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", emulator.Token)], "", ["pull", "--base-url", emulator.BaseAddress.AbsoluteUri, .. more]);
}
