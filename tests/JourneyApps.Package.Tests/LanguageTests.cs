namespace JourneyApps.Package.Tests;

/// <summary>Programs in other languages, with models from a C# library.</summary>
public sealed class LanguageTests(ConsumerFolder folder)
{
    private const string Page = "fsharp-and-visual-basic.md";

    [Fact]
    public async Task A_program_in_FSharp_queries_with_named_operators()
    {
        (int exitCode, string output) = await folder.RunAsync("FSharpApp", "run", "-v:q");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            """
            1 title = ?
            2 title != ? and title < ?
            3 count >= ? or count = ?
            0 cost <= ?
            2 due < ?
            0 started_at > ?
            3 done != ?
            3 state = ?
            3 state != ?
            0 priority >= ?
            0 tags contains ?
            3 site_id = ?
            0 photo != ?
            Paint wall, Replace pump
            """,
            output.Trim());
    }

    [Fact]
    public async Task A_program_in_Visual_Basic_queries_with_named_operators_and_with_its_own()
    {
        (int exitCode, string output) = await folder.RunAsync("VisualBasicApp", "run", "-v:q");

        Assert.True(exitCode == 0, output);
        Assert.Equal("Paint wall, Replace pump\n1", output.Trim());
    }

    /// <summary>The page shows what these programs run.</summary>
    [Theory]
    [InlineData("fsharp", "FSharpApp", "Program.fs")]
    [InlineData("vb", "VisualBasicApp", "Program.vb")]
    public void The_page_shows_a_function_of_the_program(string language, params string[] file)
    {
        string page = File.ReadAllText(Path.Combine(BuildFacts.RepoRoot, "docs", Page)).ReplaceLineEndings("\n");
        string shown = page.Split($"```{language}\n")[1].Split("```")[0];
        string program = File.ReadAllText(folder.PathOf(file)).ReplaceLineEndings("\n");

        string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

        Assert.Contains(Flat(shown), Flat(program), StringComparison.Ordinal);
    }
}
