using System.Text.Json;

namespace JourneyApps.Tool.Tests;

public sealed class LintTests
{
    [Fact]
    public async Task A_sound_schema_has_no_output_and_exit_code_0()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, "lint");

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Equal("schema.xml: 2 models, 0 errors, 0 warnings, 0 info messages", run.Error.Trim());
    }

    [Fact]
    public async Task Diagnostics_come_as_compilers_write_them_and_an_error_gives_exit_code_1()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Faulty);

        ToolRun run = await ToolRun.Of(folder, "lint", "schema.xml");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Out.Split('\n'), line => line.StartsWith("schema.xml(4,45): error JA1", StringComparison.Ordinal) && line.Contains("txt", StringComparison.Ordinal));
        Assert.Contains(run.Out.Split('\n'), line => line.StartsWith("schema.xml(5,", StringComparison.Ordinal) && line.Contains("warning JA1004", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_holds_the_same_diagnostics_with_places_from_1()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Faulty);

        ToolRun run = await ToolRun.Of(folder, "lint", "--json");

        Assert.Equal(1, run.ExitCode);
        JsonElement error = JsonDocument.Parse(run.Out).RootElement.EnumerateArray().First(diagnostic => diagnostic.GetProperty("severity").GetString() == "error");
        Assert.Equal((4, 45, "job"), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32(), error.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task Warnings_fail_only_when_asked_for()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs.Replace("<belongs-to", "<colour/><belongs-to", StringComparison.Ordinal));

        Assert.Equal(0, (await ToolRun.Of(folder, "lint")).ExitCode);
        Assert.Equal(1, (await ToolRun.Of(folder, "lint", "--warnings-as-errors")).ExitCode);
    }

    [Fact]
    public async Task A_missing_file_is_one_line_and_exit_code_3()
    {
        using TempFolder folder = new();

        ToolRun run = await ToolRun.Of(folder, "lint", "nowhere.xml");

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Equal("journeyapps lint: the file 'nowhere.xml' does not exist. Pass the path of a schema.xml or datamodel.json.", run.Error.TrimEnd());
    }

    [Fact]
    public async Task A_schema_of_another_product_is_not_a_data_model()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", "<schema name=\"products\" version=\"1.6\"><field name=\"id\" type=\"string\"/></schema>");

        ToolRun run = await ToolRun.Of(folder, "lint");

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task Names_that_differ_in_csharp_are_listed_with_their_place()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs.Replace("\"site\"", "\"task\"", StringComparison.Ordinal));

        ToolRun run = await ToolRun.Of(folder, "lint", "--warnings-as-errors");

        Assert.Equal(0, run.ExitCode);
        string line = Assert.Single(run.Out.TrimEnd().Split('\n'));
        Assert.StartsWith("schema.xml(21,", line, StringComparison.Ordinal);
        Assert.Contains("info JA2050: ", line, StringComparison.Ordinal);
        Assert.Contains("task", line, StringComparison.Ordinal);
        Assert.Equal("schema.xml: 2 models, 0 errors, 0 warnings, 1 info message", run.Error.Trim());
    }

    [Fact]
    public async Task Names_chosen_beside_the_schema_are_honoured_and_checked()
    {
        using TempFolder folder = new();
        folder.Write("field.schema.xml", Schemas.Jobs.Replace("\"site\"", "\"task\"", StringComparison.Ordinal));
        folder.Write("field.schema.names", "task = Chore\nvan = Truck\n");

        ToolRun run = await ToolRun.Of(folder, "lint", "field.schema.xml", "--json");

        Assert.Equal(0, run.ExitCode);
        JsonElement unused = Assert.Single(JsonDocument.Parse(run.Out).RootElement.EnumerateArray());
        Assert.Equal(("field.schema.names", 2, "warning", "JA2061"), (
            unused.GetProperty("file").GetString(), unused.GetProperty("line").GetInt32(), unused.GetProperty("severity").GetString(), unused.GetProperty("id").GetString()));
        Assert.Equal(1, (await ToolRun.Of(folder, "lint", "field.schema.xml", "--warnings-as-errors")).ExitCode);
    }
}
