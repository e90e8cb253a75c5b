namespace JourneyApps.Tool.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => new(
        "pull", "check", "diff", "lint", "show", "get", "count", "log", "export", "import", "copy", "delete", "emulate", "mcp", "mirror");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_explains_itself_with_examples(string command)
    {
        using TempFolder folder = new();

        ToolRun run = await ToolRun.Of(folder, command, "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        Assert.Contains($"  journeyapps {command}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alone_it_lists_its_commands()
    {
        using TempFolder folder = new();

        ToolRun run = await ToolRun.Of(folder);

        Assert.Equal(0, run.ExitCode);
        foreach (string command in Commands.Select(row => row.Data)) Assert.Contains($"  {command} ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("lint", "--nonsense", "--more")]
    [InlineData("show", "--format", "jpeg")]
    public async Task A_wrong_command_line_is_one_line_that_points_to_the_help(params string[] args)
    {
        using TempFolder folder = new();

        ToolRun run = await ToolRun.Of(folder, args);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show: 'jpeg' is not a value of --format; expected tree, table, mermaid, dot, json, jsonschema, openapi, sql.", "show", "--format", "jpeg")]
    [InlineData("emulate: 'many' is not a value of --port; expected a number from 0 to 65535.", "emulate", "--port", "many")]
    [InlineData("import: 'z' is not a value of --key-namespace; expected a UUID.", "import", "x.csv", "--key-namespace", "z")]
    public async Task A_wrong_value_is_answered_in_the_words_of_the_command_line(string message, params string[] args)
    {
        using TempFolder folder = new();

        ToolRun run = await ToolRun.Of(folder, args);

        Assert.Equal((2, $"journeyapps {message} See 'journeyapps {args[0]} --help'."), (run.ExitCode, run.Error.TrimEnd()));
    }
}
