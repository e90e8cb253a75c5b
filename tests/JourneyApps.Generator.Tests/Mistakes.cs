using JourneyApps.Generator.Tests.Infrastructure;

namespace JourneyApps.Generator.Tests;

/// <summary>
/// Mistakes that people make, each with everything that the compiler says about it: Mistakes.txt. Most are our own sentences. The same
/// with the oldest framework and language as with the newest. After a change on purpose: <c>UPDATE_GOLDEN=1</c>, and read the difference.
/// </summary>
public sealed class Mistakes(ITestOutputHelper output)
{
    private static readonly string File = Path.Combine(BuildFacts.Get("RepositoryRoot"), "tests", "JourneyApps.Generator.Tests", "Mistakes.txt");

    [Fact]
    public void Each_mistake_is_answered_with_the_reviewed_lines()
    {
        (string Statement, string Answer)[] reviewed = Read();
        string[] statements = [.. reviewed.Select(mistake => mistake.Statement)];
        string[] newest = Statements.Compile(statements, "net10.0", Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);
        string[] oldest = Statements.Compile(statements, "net8.0", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        string found = string.Concat(statements.Select((statement, i) =>
            $"{statement}\n{Indented("", newest[i])}{(oldest[i] == newest[i] ? "" : Indented("C# 12, net8.0: ", oldest[i]))}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") System.IO.File.WriteAllText(File, found);

        Assert.Equal(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), found);
        Assert.All(newest.Concat(oldest), answer => Assert.NotEqual("", answer));
        int own = newest.Count(answer => answer.StartsWith("CS0619", StringComparison.Ordinal) && !answer.Contains('\n', StringComparison.Ordinal));
        output.WriteLine($"{statements.Length} mistakes; {own} are answered with one sentence of the runtime and nothing else");
        Assert.True(own >= 40, $"only {own} mistakes are answered with a sentence of the runtime alone");
    }

    private static string Indented(string mark, string answer)
        => string.Concat((answer.Length == 0 ? "nothing" : answer).Split('\n').Select(line => $"    {mark}{line}\n"));

    // A statement a line; the answers are indented.
    private static (string Statement, string Answer)[] Read()
        => [.. System.IO.File.ReadAllText(File).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Trim('\n').Split('\n', 2)).Select(parts => (parts[0], parts.ElementAtOrDefault(1) ?? ""))];
}
