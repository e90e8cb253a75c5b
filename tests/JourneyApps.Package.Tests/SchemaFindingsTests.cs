using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>What a build prints about a schema with a fault of each kind, while the C# that uses the broken model does not compile either.</summary>
public sealed partial class SchemaFindingsTests(ConsumerFolder folder)
{
    private static readonly (string Id, string Severity, int Line, int Column)[] Findings =
    [
        ("JA1204", "error", 4, 45),
        ("JA1202", "warning", 5, 18),
        ("JA1301", "error", 8, 20),
        ("JA1207", "error", 10, 6),
        ("JA1005", "warning", 15, 35),
        ("JA1401", "error", 11, 6),
        ("JA1501", "error", 13, 16),
        ("JA1603", "error", 12, 23),
    ];

    [Fact]
    public async Task A_build_prints_every_finding_at_its_place_with_a_link_and_still_says_that_the_model_is_missing()
    {
        string output = await BuildAsync();

        string schema = Regex.Escape(folder.PathOf("Findings", "schema.xml"));
        foreach ((string id, string severity, int line, int column) in Findings)
            Assert.Matches($@"(?m)^\s*{schema}\({line},{column}\): {severity} {id}: .+ \(https://[^ )]+/{id}\.md\)", output);
        Assert.Equal(Findings.Select(finding => finding.Id).Order(StringComparer.Ordinal), Printed(output, "error|warning"));
        Assert.Matches(@"Use\.cs\(\d+,\d+\): error CS0246: .*'Job'", output);
        Assert.DoesNotContain("'Site'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_global_configuration_changes_the_severity_of_each()
    {
        string config = folder.PathOf("Findings", ".globalconfig");
        await File.WriteAllLinesAsync(
            config,
            ["is_global = true", .. Findings.Select(finding => $"dotnet_diagnostic.{finding.Id}.severity = {(finding.Severity == "error" ? "warning" : "error")}")]);
        try
        {
            string output = await BuildAsync();

            foreach ((string id, string severity, int line, int column) in Findings)
                Assert.Matches($@"schema\.xml\({line},{column}\): {(severity == "error" ? "warning" : "error")} {id}:", output);
        }
        finally
        {
            File.Delete(config);
        }
    }

    [Fact]
    public async Task NoWarn_silences_each()
    {
        string output = await BuildAsync($"-p:NoWarn={string.Join("%3B", Findings.Select(finding => finding.Id))}");

        Assert.Empty(Printed(output, "error|warning"));
        Assert.Matches(@"error CS0246: .*'Job'", output);
    }

    [Fact]
    public async Task WarningsAsErrors_makes_each_warning_an_error()
    {
        string[] warnings = [.. Findings.Where(finding => finding.Severity == "warning").Select(finding => finding.Id)];

        string output = await BuildAsync($"-p:WarningsAsErrors={string.Join("%3B", warnings)}");

        Assert.Equal(Findings.Select(finding => finding.Id).Order(StringComparer.Ordinal), Printed(output, "error"));
    }

    private async Task<string> BuildAsync(params string[] properties)
    {
        (int exitCode, string output) = await folder.RunAsync("Findings", ["build", "-m:1", "--no-incremental", .. properties]);
        Assert.True(exitCode == 1, output);
        return output;
    }

    private static string[] Printed(string output, string severities) =>
        [.. Finding().Matches(output).Where(match => Regex.IsMatch(match.Groups["severity"].Value, severities))
            .Select(match => match.Groups["id"].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"schema\.xml\(\d+,\d+\): (?<severity>error|warning) (?<id>JA\d{4}):")]
    private static partial Regex Finding();
}
