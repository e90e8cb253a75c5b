using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>The text of pages, comments and messages avoids the turns of phrase that PlainWords.txt lists.</summary>
public sealed class PlainWordsTests
{
    private static readonly (Regex Turn, string Instead)[] Turns = [.. File.ReadLines(Repository.PathOf("tests", "JourneyApps.Docs.Tests", "PlainWords.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(parts => (new Regex(parts[0], RegexOptions.IgnoreCase | RegexOptions.Compiled), parts[1]))];

    [Fact]
    public void Pages_are_in_plain_words() => AssertNone(Pages.All().SelectMany(Find));

    [Fact]
    public void Source_files_are_in_plain_words()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets")
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
        AssertNone(files.Order(StringComparer.Ordinal).SelectMany(Find));
    }

    [Theory]
    [InlineData("That is no field of the model.")]
    [InlineData("The list is read anew.")]
    [InlineData("The name stands in the file.")]
    public void A_turn_that_is_listed_is_found(string text) => Assert.Contains(Turns, entry => entry.Turn.IsMatch(text));

    private static IEnumerable<string> Find(string file)
    {
        int number = 0;
        foreach (string line in File.ReadLines(Repository.PathOf(file)))
        {
            number++;
            foreach ((Regex turn, string instead) in Turns)
            {
                if (turn.Match(line) is { Success: true } match) yield return $"{file}({number}): \"{match.Value}\"; write: {instead}";
            }
        }
    }

    private static void AssertNone(IEnumerable<string> found)
    {
        string[] lines = [.. found];
        Assert.True(lines.Length == 0, string.Join(Environment.NewLine, lines));
    }
}
