using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using JourneyApps.Schema.Naming;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

/// <summary>
/// Users switch findings off and change their severity by id, so ids, categories and severities are part of what a release promises. After
/// a change on purpose: <c>UPDATE_GOLDEN=1</c> adds new ones to the next release; a removed or changed one is written there by hand.
/// </summary>
public sealed class ReleaseTracking
{
    private static readonly DiagnosticDescriptor[] Descriptors =
        [.. SchemaRules.All.Concat(NamingRules.All).Concat(ConfigurationRules.All).Concat(UsageRules.All).Select(Reporting.DescriptorOf)];

    [Fact]
    public void Each_finding_stands_in_the_release_files_as_it_is_reported()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") AddWhatIsNew();

        IEnumerable<string> promised = ReleaseFiles.Read(ReleaseFiles.Shipped, ReleaseFiles.Unshipped).Select(rule => $"{rule.Key} {rule.Value}");
        IEnumerable<string> reported = Descriptors.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => $"{rule.Id} {rule.Category} {rule.DefaultSeverity}");

        Assert.Equal(string.Join('\n', reported), string.Join('\n', promised));
    }

    [Fact]
    public void What_is_shipped_is_in_releases_that_are_out()
    {
        string[] releases = [.. File.ReadLines(ReleaseFiles.Shipped).Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        var version = new Version(Emission.FileHeader.ToolVersion);

        Assert.All(releases, release => Assert.True(new Version(release["## Release ".Length..]) <= version, release));
        Assert.True(releases.Length > 0 || ReleaseFiles.Read(ReleaseFiles.Shipped).Count == 0, "rules outside of a release");
    }

    [Fact]
    public void Generated_code_names_the_version_that_was_built() => Assert.Equal(
        typeof(SchemaGenerator).Assembly.GetName().Version!.ToString(3), Emission.FileHeader.ToolVersion);

    private static void AddWhatIsNew()
    {
        SortedDictionary<string, string> known = ReleaseFiles.Read(ReleaseFiles.Shipped, ReleaseFiles.Unshipped);
        IEnumerable<string> rows = Descriptors
            .Where(rule => !known.ContainsKey(rule.Id))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})");
        File.AppendAllLines(ReleaseFiles.Unshipped, rows);
    }
}
