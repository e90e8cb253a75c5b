using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>Every public type of the 0.1 previews still has its name or is in the change log's table of renames.</summary>
public sealed partial class RenamedTypesTests
{
    private const string Heading = "### Renamed since the 0.1 previews";

    private static readonly HashSet<string> Present =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("tests", "JourneyApps.PublicApi.Tests", "Reviewed"), "*.txt")
            .SelectMany(File.ReadLines).Select(line => Declaration().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["name"].Value),
    ];

    /// <summary>When you rename or remove a type of the list, move its name from the list to the table.</summary>
    [Fact]
    public void A_type_that_keeps_its_name_since_the_previews_exists()
    {
        string[] gone = [.. File.ReadLines(Repository.PathOf("tests", "JourneyApps.Docs.Tests", "TypesSincePreviews.txt"))
            .Where(line => line[0] != '#' && !Present.Contains(line))];

        Assert.True(Present.Count > 100, "The reviewed listings were not found.");
        Assert.True(gone.Length == 0, $"Move to the table of renames: {string.Join(", ", gone)}");
    }

    [Fact]
    public void A_type_in_the_table_of_renames_no_longer_exists()
    {
        string[] renamed = [.. Table().SelectMany(row => Code().Matches(row.Split('|')[1])).Select(match => match.Groups["name"].Value)];

        Assert.True(renamed.Length > 10, "The table was not found.");
        Assert.DoesNotContain(renamed, Present.Contains);
    }

    private static IEnumerable<string> Table() => File.ReadLines(Repository.PathOf("CHANGELOG.md"))
        .SkipWhile(line => line != Heading).Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:\w+ )*?(?:class|struct|record|record struct|enum|interface) (?:\w+\.)*(?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex("`(?<name>[A-Z]\\w*)(?:<[^`]*>)?`")]
    private static partial Regex Code();
}
