using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>The repository has the files that visitors expect, and GitHub runs the same script as a developer.</summary>
public sealed partial class RepositoryFilesTests
{
    [Theory]
    [InlineData("LICENSE")]
    [InlineData("CHANGELOG.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CODE_OF_CONDUCT.md")]
    [InlineData(".github/pull_request_template.md")]
    public void A_file_that_visitors_look_for_is_there(string path) => Assert.True(new FileInfo(Repository.PathOf(path)).Length > 200, path);

    /// <summary>The steps are in .ci/run only, so that the workflow cannot differ from it.</summary>
    [Fact]
    public void The_workflow_runs_the_same_script_and_no_command_beside_it()
    {
        string[] workflows = Directory.GetFiles(Repository.PathOf(".github", "workflows"));

        string workflow = File.ReadAllText(Assert.Single(workflows));
        Assert.Equal("bash .ci/run", Assert.Single(Run().Matches(workflow)).Groups["command"].Value.Trim());
        Assert.All(Uses().Matches(workflow), action => Assert.StartsWith("actions/", action.Groups["action"].Value, StringComparison.Ordinal));
        Assert.Contains("global-json-file: global.json", workflow, StringComparison.Ordinal);
        Assert.Contains("permissions:\n  contents: read\n", workflow.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    /// <summary>The workflow uploads the packages that the script creates.</summary>
    [Fact]
    public void The_packages_are_kept_where_the_script_puts_them()
    {
        string place = Assert.Single(Packed().Matches(File.ReadAllText(Repository.PathOf(".ci", "run")))).Groups["folder"].Value;

        Assert.Contains($"path: {place}\n", File.ReadAllText(Assert.Single(Directory.GetFiles(Repository.PathOf(".github", "workflows")))).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bug.yml")]
    [InlineData("feature.yml")]
    [InlineData("schema.yml")]
    public void An_issue_form_has_a_name_a_description_and_a_question_that_must_be_answered(string form)
    {
        string text = File.ReadAllText(Repository.PathOf(".github", "ISSUE_TEMPLATE", form));

        Assert.Matches(@"\Aname: \S", text);
        Assert.Matches(@"(?m)^description: \S", text);
        Assert.Matches(@"(?m)^      required: true$", text);
        string[] ids = [.. Id().Matches(text).Select(id => id.Groups["id"].Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.DoesNotContain('\t', text);
    }

    [GeneratedRegex(@"^\s*(- )?run:(?<command>.*)$", RegexOptions.Multiline)]
    private static partial Regex Run();

    [GeneratedRegex(@"uses: (?<action>\S+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"dotnet pack --output (?<folder>\S+)")]
    private static partial Regex Packed();

    [GeneratedRegex(@"^    id: (?<id>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Id();
}
