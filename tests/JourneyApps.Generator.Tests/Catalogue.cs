using System.Text.RegularExpressions;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using JourneyApps.Schema.Naming;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

public partial class Catalogue
{
    private static readonly string Targets = File.ReadAllText(Path.Combine(BuildFacts.Get("RepositoryRoot"), "build", "JourneyApps.Generator.targets"));

    private static readonly string[] OfTheBuild = [.. Code().Matches(Targets).Select(code => code.Groups["id"].Value)];

    private static readonly SchemaRule[] Own = [.. NamingRules.All, .. ConfigurationRules.All, .. UsageRules.All];

    [Fact]
    public void Each_cause_has_an_id_of_its_own() => Assert.Equal(Own.Length, Own.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void Each_cause_has_a_page_under_its_id_and_title()
    {
        foreach (SchemaRule rule in Own)
        {
            string page = Path.Combine(BuildFacts.Get("RepositoryRoot"), "docs", "diagnostics", rule.Id + ".md");
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && !File.Exists(page)) Start(rule, page);
            Assert.True(File.Exists(page), $"{rule.Id} has no page");
            Assert.Equal($"# {rule.Id}: {rule.Title}", File.ReadLines(page).First());
            Assert.StartsWith($"**{rule.Severity}.** ", File.ReadLines(page).ElementAt(2), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_page_is_without_a_cause()
    {
        IEnumerable<string> pages = Directory.GetFiles(Path.Combine(BuildFacts.Get("RepositoryRoot"), "docs", "diagnostics"), "JA*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(id => string.CompareOrdinal(id, "JA2050") >= 0);

        Assert.Equal(Own.Select(rule => rule.Id).Concat(OfTheBuild).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    /// <summary>The build reports some itself: without the runtime, or in another language, the generator cannot.</summary>
    [Fact]
    public void Each_code_of_the_build_files_is_used_once_and_links_to_its_page()
    {
        Assert.NotEmpty(OfTheBuild);
        Assert.Empty(OfTheBuild.Intersect(Own.Select(rule => rule.Id)));
        Assert.Equal(OfTheBuild.Select(id => $"$(_JourneyAppsDiagnosticPages){id}.md"), Link().Matches(Targets).Select(link => link.Groups["page"].Value));
    }

    [Theory]
    [InlineData(SchemaSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData(SchemaSeverity.Warning, DiagnosticSeverity.Warning)]
    [InlineData(SchemaSeverity.Info, DiagnosticSeverity.Info)]
    public void A_finding_keeps_its_severity_as_a_diagnostic(SchemaSeverity severity, DiagnosticSeverity expected) =>
        Assert.Equal(expected, Reporting.DescriptorOf(new SchemaRule("JA9999", "Title", "Message", severity)).DefaultSeverity);

    private static void Start(SchemaRule rule, string page) => File.WriteAllText(
        page,
        $"# {rule.Id}: {rule.Title}\n\n**{rule.Severity}.** \n\n> {rule.MessageFormat}\n\n"
        + "## Cause\n\n## Rule description\n\n## How to fix violations\n\n## When to suppress\n");

    [GeneratedRegex("Code=\"(?<id>JA\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex("HelpLink=\"(?<page>[^\"]+)\"")]
    private static partial Regex Link();
}
