using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>The change log's table of renames answers for every public type of the 0.1 previews that no longer exists.</summary>
public sealed partial class RenamedTypesTests
{
    private const string Heading = "### Renamed since the 0.1 previews";

    [Fact]
    public void Every_public_type_that_no_longer_exists_is_in_the_table_of_renames()
    {
        HashSet<string> present = [.. Directory.EnumerateFiles(Repository.PathOf("tests", "JourneyApps.PublicApi.Tests", "Reviewed"), "*.txt")
            .SelectMany(File.ReadLines).Select(line => Declaration().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value)];
        HashSet<string> renamed = [.. Table().SelectMany(row => Code().Matches(row.Split('|')[1])).Select(match => match.Groups["name"].Value)];

        string[] missing = [.. File.ReadLines(Repository.PathOf("tests", "JourneyApps.Docs.Tests", "PreviewTypes.txt"))
            .Where(line => line[0] != '#' && !present.Contains(line) && !renamed.Contains(line))];

        Assert.True(present.Count > 100, "The reviewed listings were not found.");
        Assert.True(missing.Length == 0, $"Not in the table: {string.Join(", ", missing)}");
    }

    private static IEnumerable<string> Table() => File.ReadLines(Repository.PathOf("CHANGELOG.md"))
        .SkipWhile(line => line != Heading).Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:\w+ )*?(?:class|struct|record|record struct|enum|interface) (?:\w+\.)*(?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex("`(?<name>\\w+)")]
    private static partial Regex Code();
}
