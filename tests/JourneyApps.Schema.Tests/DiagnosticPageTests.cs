using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests;

/// <summary>The page that a finding's help link leads to: its examples are what they claim to be.</summary>
public sealed partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. SchemaRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_rule_says_and_its_examples_are_true(string id)
    {
        SchemaRule rule = SchemaRules.All.Single(rule => rule.Id == id);
        string page = File.ReadAllText(TestFiles.Find($"Diagnostics/{id}.md")).ReplaceLineEndings("\n");

        Assert.StartsWith($"# {id}: {rule.Title}\n\n**{rule.Severity}.**", page, StringComparison.Ordinal);
        string[] examples = [.. Example().Matches(page).Select(match => match.Groups[1].Value)];
        if (examples.Length == 0)
        {
            Assert.Contains(id, (string[])["JA2041", "JA2042", "JA2043"]);
            return;
        }

        Assert.Equal(2, examples.Length);
        Assert.Contains(Rules(examples[0]), found => found == id);
        Assert.Empty(Rules(examples[1]));
    }

    [Fact]
    public void Every_page_that_a_page_links_to_exists()
    {
        string[] pages = [.. Directory.GetFiles(TestFiles.Find("Diagnostics"), "*.md"), TestFiles.Find("deviations.md")];
        foreach (string page in pages)
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
                Assert.True(SchemaRules.All.Any(rule => rule.Id == link.Groups[1].Value), $"{page} links to {link.Value}");
        }
    }

    private static IEnumerable<string> Rules(string example)
    {
        string document = example switch
        {
            _ when Whole().IsMatch(example) => example,
            _ when example.StartsWith("<model", StringComparison.Ordinal) => $"<data-model>\n{example}\n</data-model>",
            _ => $"<data-model>\n<model name=\"job\" label=\"Job\">\n{example}\n<display>x</display>\n</model>\n</data-model>",
        };
        return DataModel.Parse(document).Diagnostics.Select(finding => finding.Rule.Id);
    }

    [GeneratedRegex("```(?:xml|json)\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^(<\\?xml|<data-?model|<schema|<!--|\\{)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\]\((?:diagnostics/)?(JA\d+)\.md\)")]
    private static partial Regex Link();
}
