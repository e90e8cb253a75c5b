using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>The program of docs/getting-started.md, and what the page says that it prints.</summary>
internal static partial class GettingStarted
{
    private static readonly string Page = File.ReadAllText(Path.Combine(BuildFacts.RepoRoot, "docs", "getting-started.md"));

    public static string Program => Block("csharp");

    public static string Output => Block("text").Trim();

    /// <summary>The schema that the page speaks of.</summary>
    public static string SchemaPath => Path.Combine(BuildFacts.RepoRoot, "sample", "FieldService", "schema.xml");

    private static string Block(string language) => Blocks().Matches(Page).Single(block => block.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
