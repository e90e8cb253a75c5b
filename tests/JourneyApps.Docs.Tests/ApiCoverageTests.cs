using System.Reflection;
using System.Text.RegularExpressions;
using FieldService;

namespace JourneyApps.Docs.Tests;

/// <summary>The coverage table is what it says: its members exist, its tests exist, and no route of the emulator is left out.</summary>
public sealed partial class ApiCoverageTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Repository.PathOf("docs", "api-coverage.md"))
        .Where(line => line.StartsWith('|') && line.Count(character => character == '|') == 6)
        .Skip(2)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    [Fact]
    public void Every_member_in_the_table_exists()
    {
        var types = new[] { typeof(JourneyClient).Assembly, typeof(JourneyApp).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes()).GroupBy(type => type.Name.Split('`')[0]).ToDictionary(group => group.Key, group => group.ToArray());
        string[] members = [.. Rows.SelectMany(row => Code().Matches(row[2])).Select(code => code.Groups["code"].Value).Where(code => code.Contains('.', StringComparison.Ordinal))];

        Assert.True(members.Length >= 30, "The table has lost its members, or this test no longer finds them.");
        string[] unknown = [.. members.Where(member => member.Split('.') is not [var type, var name] || !types.TryGetValue(type, out Type[]? found) || !found.Any(candidate => candidate.GetMember(name).Length > 0))];
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_test_class_in_the_table_exists()
    {
        string[] classes = [.. Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Distinct()!];

        Assert.All(Rows, row =>
        {
            string[] tests = [.. Code().Matches(row[4]).Select(code => code.Groups["code"].Value)];
            Assert.NotEmpty(tests);
            Assert.All(tests, test => Assert.Contains(test, classes));
        });
    }

    [Fact]
    public void Every_call_that_the_emulator_serves_is_in_the_table_or_among_what_is_not_made()
    {
        string[] listed = [.. Call().Matches(File.ReadAllText(Repository.PathOf("docs", "api-coverage.md"))).Select(Shape)];
        string[] served = [.. RouteRow().Matches(File.ReadAllText(Repository.PathOf("src", "JourneyApps.Emulator", "Endpoints", "Routes.cs"))).Select(Shape)];

        Assert.True(served.Length >= 23, "The table of routes is shorter than it was, or this test no longer finds its rows.");
        Assert.Equal([], served.Except(listed));
    }

    // The page writes the optional suffix .json, and its placeholders have other names.
    private static string Shape(Match call) => $"{call.Groups["method"].Value} {Placeholder().Replace(call.Groups["path"].Value.Replace(".json", "", StringComparison.Ordinal), "{}")}";

    [GeneratedRegex("`(?<method>GET|POST|PUT|PATCH|DELETE) (?<path>[^` ]+)`")]
    private static partial Regex Call();

    [GeneratedRegex("new\\(\"(?<method>[A-Z]+)\", \"(?<path>[^\"]+)\", EmulatorRoute\\.(?!Media)")]
    private static partial Regex RouteRow();

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();
}
