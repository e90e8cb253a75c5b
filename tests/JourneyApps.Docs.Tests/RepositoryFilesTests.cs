using System.Diagnostics;
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

    public static TheoryData<string> Workflows =>
        [.. Directory.GetFiles(Repository.PathOf(".github", "workflows")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_can_only_read_by_default_and_uses_known_actions_and_the_pinned_SDK(string name)
    {
        string workflow = Workflow(name);

        Assert.Contains("permissions:\n  contents: read\n", workflow, StringComparison.Ordinal);
        Assert.Contains("timeout-minutes: ", workflow, StringComparison.Ordinal);
        Assert.All(
            Uses().Matches(workflow),
            action => Assert.Contains(action.Groups["action"].Value.Split('/')[0], (string[])["actions", "github", "NuGet"]));
        Assert.Equal(Count("actions/setup-dotnet@"), Count("global-json-file: global.json"));
        Assert.DoesNotContain('\t', workflow);

        int Count(string text) => Regex.Count(workflow, Regex.Escape(text));
    }

    /// <summary>The steps are in .ci/run, so that the workflow cannot differ from it.</summary>
    [Fact]
    public void The_checks_on_Linux_and_of_a_release_are_the_script()
    {
        string linux = Workflow("ci.yml").Split("\n  others:\n")[0];

        Assert.Equal("bash .ci/run", Assert.Single(Run().Matches(linux)).Groups["command"].Value.Trim());
        string[] release = [.. Run().Matches(Workflow("release.yml")).Select(run => run.Groups["command"].Value.Trim())];
        Assert.True(Array.IndexOf(release, "bash .ci/run") < Array.FindIndex(release, run => run.StartsWith("bash build/release.sh pack", StringComparison.Ordinal)));
    }

    /// <summary>The workflow uploads the packages that the script creates.</summary>
    [Fact]
    public void The_packages_are_kept_where_the_script_puts_them()
    {
        string place = Assert.Single(Packed().Matches(File.ReadAllText(Repository.PathOf(".ci", "run")))).Groups["folder"].Value;

        Assert.Contains($"path: {place}\n", Workflow("ci.yml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1.0", "is not a version tag")]
    [InlineData("v1.2", "is not a version tag")]
    [InlineData("v1.2.3.4", "is not a version tag")]
    [InlineData("v99.0.0", "build/Version.props says")]
    [InlineData("v{declared}-beta.1", null)]
    public async Task A_tag_is_released_only_if_the_version_agrees(string tag, string? refusal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script needs bash.");
        string declared = Declared().Match(File.ReadAllText(Repository.PathOf("build", "Version.props"))).Groups["version"].Value;
        tag = tag.Replace("{declared}", declared, StringComparison.Ordinal);
        using Process script = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("build", "release.sh"), "version", tag])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(refusal is null ? 0 : 1, script.ExitCode);
        Assert.Equal(refusal is null ? $"version={tag[1..]}\n" : "", output);
        Assert.Contains(refusal ?? "", await errors, StringComparison.Ordinal);
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

    private static string Workflow(string name)
        => File.ReadAllText(Repository.PathOf(".github", "workflows", name)).ReplaceLineEndings("\n");

    [GeneratedRegex("<VersionPrefix>(?<version>[0-9.]+)<")]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*(- )?run:(?<command>.*)$", RegexOptions.Multiline)]
    private static partial Regex Run();

    [GeneratedRegex(@"uses: (?<action>\S+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"dotnet pack --output (?<folder>\S+)")]
    private static partial Regex Packed();

    [GeneratedRegex(@"^    id: (?<id>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Id();
}
