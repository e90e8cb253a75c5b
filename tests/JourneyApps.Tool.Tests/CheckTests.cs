using System.Text.Json;
using JourneyApps.Emulator;
using JourneyApps.Schema;

namespace JourneyApps.Tool.Tests;

public sealed class CheckTests
{
    [Fact]
    public async Task The_same_schema_gives_exit_code_0_whatever_its_comments_and_order()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs.Replace("<belongs-to", "<!-- where -->\n    <belongs-to", StringComparison.Ordinal));
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Check(folder, emulator);

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Contains("is the same as the deployed schema", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_are_lines_and_those_that_break_code_are_marked()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Changed);

        ToolRun run = await Check(folder, emulator);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                "~ job.title: label \"Title\" -> \"Subject\"",
                "+ job.state[\"done\"]: option \"Done\"",
                "~ job.cost: type \"number\" -> \"text\"  (breaks generated code)",
            ],
            run.Out.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("any", 1)]
    [InlineData("structure", 0)]
    [InlineData("breaking", 0)]
    public async Task A_mere_label_fails_only_when_everything_counts(string failOn, int exitCode)
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs.Replace("\"Title\"", "\"Subject\"", StringComparison.Ordinal));

        Assert.Equal(exitCode, (await Check(folder, emulator, "--fail-on", failOn)).ExitCode);
    }

    [Fact]
    public async Task Json_holds_the_differences_with_their_impact()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Changed);

        ToolRun run = await Check(folder, emulator, "--json");

        JsonElement report = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((false, 1, 3), (report.GetProperty("same").GetBoolean(), report.GetProperty("breaking").GetInt32(), report.GetProperty("differences").GetArrayLength()));
        JsonElement last = report.GetProperty("differences")[2];
        Assert.Equal(("job.cost", "changed", "breaking", "number", "text"), (
            last.GetProperty("element").GetString(), last.GetProperty("kind").GetString(), last.GetProperty("impact").GetString(),
            last.GetProperty("before").GetString(), last.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task A_local_datamodel_json_is_compared_by_what_json_carries()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await ToolRun.Of(folder, Token(emulator), "", "pull", "--format", "json", "--base-url", emulator.BaseAddress.AbsoluteUri);

        Assert.Equal(0, (await Check(folder, emulator, "datamodel.json")).ExitCode);
        await emulator.UpdateSchemaAsync(Changed);
        Assert.Equal(1, (await Check(folder, emulator, "datamodel.json")).ExitCode);
    }

    [Fact]
    public async Task A_faulty_local_schema_is_told_with_its_place()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Faulty);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Check(folder, emulator);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("journeyapps check: schema.xml(4,45): error JA1", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The health check and a program that starts ask the runtime; a build asks the command.</summary>
    [Theory]
    [InlineData("<option key=\"new\">New</option>", "", true)]
    [InlineData("<field name=\"cost\" label=\"Cost\" type=\"number\"/>", "", true)]
    [InlineData("type=\"number\"", "type=\"integer\"", true)]
    [InlineData("<belongs-to model=\"site\"/>", "<belongs-to model=\"site\" name=\"place\"/>", true)]
    [InlineData("label=\"Cost\"", "label=\"Price\"", false)]
    [InlineData("<belongs-to model=\"site\"/>", "<field name=\"crew\" label=\"Crew\" type=\"text\"/><belongs-to model=\"site\"/>", false)]
    [InlineData("<option key=\"new\">", "<option key=\"done\">Done</option><option key=\"new\">", false)]
    public async Task The_command_and_the_runtime_agree_about_what_breaks_generated_code(string compiled, string deployed, bool breaks)
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs.Replace(compiled, deployed, StringComparison.Ordinal));
        using JourneyClient client = new(
            new JourneyAppOptions { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) },
            SchemaParser.Parse(Schemas.Jobs).DataModel);

        ToolRun run = await Check(folder, emulator, "--json", "--fail-on", "breaking");
        IReadOnlyList<DataModelChange> changes = await client.Deployment.CompareDataModelAsync(TestContext.Current.CancellationToken);

        JsonElement report = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(breaks ? 1 : 0, run.ExitCode);
        Assert.Equal(changes.Count(change => change.BreaksGeneratedCode), report.GetProperty("breaking").GetInt32());
        Assert.Equal(breaks, changes.Any(change => change.BreaksGeneratedCode));
    }

    private static string Changed => Schemas.Jobs
        .Replace("\"Title\"", "\"Subject\"", StringComparison.Ordinal)
        .Replace("label=\"Cost\" type=\"number\"", "label=\"Cost\" type=\"text\"", StringComparison.Ordinal)
        .Replace("In progress</option>", "In progress</option><option key=\"done\">Done</option>", StringComparison.Ordinal);

    private static (string, string)[] Token(JourneyEmulator emulator) => [("JOURNEYAPPS_TOKEN", emulator.Token)];

    private static Task<ToolRun> Check(TempFolder folder, JourneyEmulator emulator, params string[] more)
        => ToolRun.Of(folder, Token(emulator), "", ["check", .. more, "--base-url", emulator.BaseAddress.AbsoluteUri]);
}
