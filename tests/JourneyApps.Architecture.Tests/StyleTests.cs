namespace JourneyApps.Architecture.Tests;

/// <summary>Rules of layout that the compiler does not check.</summary>
public sealed class StyleTests
{
    private const int LongestLine = 140;

    [Fact]
    public void Lines_have_at_most_140_characters() => AssertNone((line, _) => line.Length > LongestLine);

    /// <summary>The arrow of a lambda with a block stays at the end of its line.</summary>
    [Fact]
    public void An_arrow_begins_the_continuation_line() => AssertNone((line, next) =>
        line.TrimEnd().EndsWith("=>", StringComparison.Ordinal)
        && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        && !next.TrimStart().StartsWith('{'));

    private static void AssertNone(Func<string, string, bool> breaks)
    {
        var found = new List<string>();
        foreach (string project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(path => Path.GetFileName(path)!).Order())
        {
            foreach (string file in Repository.SourceFiles(project))
            {
                string[] lines = Repository.ReadLines(project, file);
                for (int i = 0; i < lines.Length; i++)
                {
                    if (breaks(lines[i], i + 1 < lines.Length ? lines[i + 1] : "")) found.Add($"src/{project}/{file}({i + 1}): {lines[i].Trim()}");
                }
            }
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
