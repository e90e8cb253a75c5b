using System.Globalization;
using System.Text.RegularExpressions;
using JourneyApps.Generator.Tests.Infrastructure;

namespace JourneyApps.Generator.Tests;

/// <summary>The pages of naming diagnostics: each example has the diagnostic, and the fixed example does not.</summary>
public partial class DiagnosticPages
{
    // What the examples of schema.names speak of.
    private const string Models = """
        <model name="job" label="Job">
        <field name="title" label="T" type="text"/>
        <field name="state" label="S" type="single-choice"><option key="in review">R</option><option key="done">D</option></field>
        <display>x</display>
        </model>
        """;

    public static TheoryData<string> Ids => [.. Directory.EnumerateFiles(Folder, "JA20??.md")
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Where(id => string.CompareOrdinal(id, "JA2050") >= 0 && string.CompareOrdinal(id, "JA2064") <= 0)
        .Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(BuildFacts.Get("RepositoryRoot"), "docs", "diagnostics");

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_draws_the_finding_that_the_page_quotes_and_the_cure_ends_it(string id)
    {
        string page = File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n");
        Match[] blocks = [.. Block().Matches(page).Cast<Match>()];

        Assert.Equal(2, blocks.Length);
        string schema = Text(blocks[0], "xml") ?? Models;
        string quoted = $"{id}: {Message().Match(page).Groups["text"].Value}";
        string[] found = FindingsOf(schema, Text(blocks[0], "text"));
        Assert.True(found.Contains(quoted), $"Quoted: {quoted}\nFound: {string.Join('\n', found)}");
        Assert.DoesNotContain(FindingsOf(Text(blocks[1], "xml") ?? schema, Text(blocks[1], "text")), finding => finding.StartsWith(id, StringComparison.Ordinal));
    }

    private static string[] FindingsOf(string models, string? names)
    {
        TextFile schema = new("/app/schema.xml", $"<data-model>\n{models}\n</data-model>");
        TextFile[] files = names is null ? [schema] : [schema, new TextFile("/app/schema.names", names)];
        return [.. Run.Of(files, new BuildSettings()).Findings.Select(finding => $"{finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}")];
    }

    private static string? Text(Match block, string language) => block.Groups["language"].Value == language ? block.Groups["text"].Value : null;

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^> (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
