using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>Every finding has a page of the same form. Whether the examples draw their findings is tested where the findings are made.</summary>
public sealed partial class DiagnosticPageTests(ITestOutputHelper output)
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.PathOf("docs", "diagnostics"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_a_message_a_cause_an_example_and_a_cure(string id)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "diagnostics", id + ".md")).ReplaceLineEndings("\n");

        Match form = Form().Match(page);
        Assert.True(form.Success, $"{id} lacks a part, or has them in another order.");
        Assert.Equal(id, form.Groups["id"].Value);
        Assert.True(form.Groups["cause"].Value.Trim().Length >= 40, $"{id} does not say why.");
        string example = Code().Match(form.Groups["example"].Value).Groups["code"].Value;
        Assert.True(example.Trim().Length > 0, $"{id} shows nothing.");
        Assert.True(form.Groups["cure"].Value.Trim().Length >= 20, $"{id} does not say what to do.");
        Assert.Equal(["Cause", "Example", "Cure"], Heading().Matches(page).Select(heading => heading.Groups["text"].Value));
    }

    [Fact]
    public void Every_page_is_counted()
    {
        output.WriteLine($"{Pages.Count} pages of findings.");
        Assert.True(Pages.Count >= 100);
    }

    [GeneratedRegex(@"\A# (?<id>JA\d{4}): \S[^\n]*\n\n\*\*(Error|Warning|Info)\.\*\* [^\n]+\n\n(> [^\n]+\n)+\n## Cause\n(?<cause>.*?)\n## Example\n(?<example>.*?)\n## Cure\n(?<cure>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("```[a-z ]*\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^## (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
