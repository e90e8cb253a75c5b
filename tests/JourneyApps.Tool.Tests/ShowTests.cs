using System.Text.Json;

namespace JourneyApps.Tool.Tests;

public sealed class ShowTests
{
    [Fact]
    public async Task The_tree_has_fields_options_and_both_sides_of_a_relationship()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, "show");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("job \"Job\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("busy \"In progress\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("site → site", run.Out, StringComparison.Ordinal);
        Assert.Contains("jobs ← job.site", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_is_not_cut_without_a_terminal()
    {
        using TempFolder folder = new();
        string label = new('x', 300);
        folder.Write("schema.xml", Schemas.Jobs.Replace("\"Cost\"", $"\"{label}\"", StringComparison.Ordinal));

        ToolRun run = await ToolRun.Of(folder, "show", "--format", "table", "--model", "job");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Out.Split('\n'), line => line.Contains("cost", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal) && line.Contains("number", StringComparison.Ordinal));
        Assert.DoesNotContain("name ", run.Out.Split('\n').Where(line => line.Contains("site ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Mermaid_and_dot_draw_the_link_from_job_to_site()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun mermaid = await ToolRun.Of(folder, "show", "--format", "mermaid");
        ToolRun dot = await ToolRun.Of(folder, "show", "--format", "dot");

        Assert.StartsWith("erDiagram\n", mermaid.Out, StringComparison.Ordinal);
        Assert.Contains("  site |o--o{ job : site\n", mermaid.Out, StringComparison.Ordinal);
        Assert.Contains("  \"job\" -> \"site\" [label=\"site\"];\n", dot.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_data_model()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, "show", "--format", "json", "--model", "job");

        JsonElement job = Assert.Single(JsonDocument.Parse(run.Out).RootElement.EnumerateArray());
        Assert.Equal("single-choice", job.GetProperty("fields")[1].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_label_cannot_send_escape_sequences_to_the_screen()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs.Replace("\"Cost\"", "\"\u009b2J\u202eevil\"", StringComparison.Ordinal));

        ToolRun run = await ToolRun.Of(folder, "show");

        Assert.Contains("cost \"\ufffd2J", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', run.Out);
    }

    [Fact]
    public async Task An_unknown_model_is_answered_with_those_that_are_there()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, "show", "--model", "jobs");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("journeyapps show: there is no model 'jobs'. The models are: job, site.", run.Error.TrimEnd());
    }
}
