using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>Every diagnostic has a page of the same form. The tests of Schema and Generator check that the examples cause it.</summary>
public sealed partial class DiagnosticPageTests(ITestOutputHelper output)
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.PathOf("docs", "diagnostics"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_a_message_a_cause_with_an_example_a_description_a_fix_and_a_word_on_suppression(string id)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "diagnostics", id + ".md")).ReplaceLineEndings("\n");

        Match form = Form().Match(page);
        Assert.True(form.Success, $"{id} lacks a part, or has them in another order.");
        Assert.Equal(id, form.Groups["id"].Value);
        Assert.True(form.Groups["cause"].Value.Trim().Length >= 20, $"{id} does not name the cause.");
        string example = Code().Match(form.Groups["cause"].Value).Groups["code"].Value;
        Assert.True(example.Trim().Length > 0, $"{id} has no example.");
        Assert.True(form.Groups["description"].Value.Trim().Length >= 20, $"{id} does not describe the rule.");
        Assert.True(form.Groups["fix"].Value.Trim().Length >= 15, $"{id} does not say how to fix it.");
        Assert.True(form.Groups["suppress"].Value.Trim().Length >= 20, $"{id} does not say when to suppress it.");
        Assert.Equal(
            ["Cause", "Rule description", "How to fix violations", "When to suppress"],
            Heading().Matches(page).Select(heading => heading.Groups["text"].Value));
    }

    [Fact]
    public void Every_page_is_counted()
    {
        output.WriteLine($"{Pages.Count} diagnostic pages.");
        Assert.True(Pages.Count >= 100);
    }

    [GeneratedRegex(@"\A# (?<id>JA\d{4}): \S[^\n]*\n\n\*\*(Error|Warning|Info)\.\*\* [^\n]+\n\n(> [^\n]+\n)+"
        + @"\n## Cause\n(?<cause>.*?)\n## Rule description\n(?<description>.*?)\n## How to fix violations\n(?<fix>.*?)"
        + @"\n## When to suppress\n(?<suppress>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("```[a-z ]*\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^## (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
