using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests;

/// <summary>
/// The page of a rule, to which the help link of a diagnostic leads. Its head, everything before the first section, is written from the
/// rule: run with <c>UPDATE_GOLDEN=1</c> after a change, which also starts the page of a new rule.
/// </summary>
public sealed partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. SchemaRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_rule_says_and_its_examples_are_true(string id)
    {
        SchemaRule rule = SchemaRules.Find(id)!;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Update(rule);
        string page = File.ReadAllText(Path(id)).ReplaceLineEndings("\n");

        Assert.Equal(Head(rule), page[..(page.IndexOf("\n## ", StringComparison.Ordinal) + 1)]);
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
        string[] pages = [.. SchemaRules.All.Select(rule => Path(rule.Id)), System.IO.Path.Combine(TestFiles.Repository, "docs", "deviations.md")];
        foreach (string page in pages)
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
                Assert.True(SchemaRules.All.Any(rule => rule.Id == link.Groups[1].Value), $"{page} links to {link.Value}");
        }
    }

    private static string Path(string id) => System.IO.Path.Combine(TestFiles.Repository, "docs", "diagnostics", $"{id}.md");

    private static void Update(SchemaRule rule)
    {
        const string Sections = "## Cause\n\n## Rule description\n\n## How to fix violations\n\n## When to suppress\n";
        string page = File.Exists(Path(rule.Id)) ? File.ReadAllText(Path(rule.Id)).ReplaceLineEndings("\n") : "\n" + Sections;
        File.WriteAllText(Path(rule.Id), Head(rule) + page[(page.IndexOf("\n## ", StringComparison.Ordinal) + 1)..]);
    }

    private static string Head(SchemaRule rule)
    {
        string origin = rule.Id[..5] switch
        {
            "JA200" => "A check of this library; the platform accepts the schema.",
            "JA203" => "In `datamodel.json`.",
            "JA204" => "A limit of this library.",
            _ => "A rule of the platform.",
        };
        string message = new SchemaDiagnostic(rule, Enumerable.Repeat("…", 3).ToEquatableArray(), null, null).Message;
        return $"# {rule.Id}: {rule.Title}\n\n**{rule.Severity}.** {origin}\n\n> {message.Replace("<", "\\<", StringComparison.Ordinal)}\n\n";
    }

    private static IEnumerable<string> Rules(string example)
    {
        string document = example switch
        {
            _ when Whole().IsMatch(example) => example,
            _ when example.StartsWith("<model", StringComparison.Ordinal) => $"<data-model>\n{example}\n</data-model>",
            _ => $"<data-model>\n<model name=\"job\" label=\"Job\">\n{example}\n<display>x</display>\n</model>\n</data-model>",
        };
        return SchemaParser.Parse(document).Diagnostics.Select(finding => finding.Rule.Id);
    }

    [GeneratedRegex("```(?:xml|json)\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^(<\\?xml|<data-?model|<schema|<!--|\\{)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\]\((?:diagnostics/)?(JA\d+)\.md\)")]
    private static partial Regex Link();
}
