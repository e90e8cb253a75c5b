namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>The diagnostics that each release added, changed or removed: <c>AnalyzerReleases.Shipped.md</c> and what comes next.</summary>
internal static class ReleaseFiles
{
    private static readonly string Folder = Path.Combine(BuildFacts.Get("RepositoryRoot"), "src", "JourneyApps.Generator");

    public static string Shipped { get; } = Path.Combine(Folder, "AnalyzerReleases.Shipped.md");

    public static string Unshipped { get; } = Path.Combine(Folder, "AnalyzerReleases.Unshipped.md");

    /// <summary>Category and severity by id, after all entries of the files in their order.</summary>
    public static SortedDictionary<string, string> Read(params string[] paths)
    {
        var rules = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string section = "";
        foreach (string line in paths.SelectMany(File.ReadLines))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal)) section = line[4..];
            if (!line.StartsWith("JA", StringComparison.Ordinal)) continue;
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            string what = $"{cells[1]} {cells[2]}";
            switch (section)
            {
                case "New Rules": rules.Add(cells[0], what); break;
                case "Changed Rules": Assert.True(rules.ContainsKey(cells[0]), $"{cells[0]} was never there"); rules[cells[0]] = what; break;
                case "Removed Rules": Assert.True(rules.Remove(cells[0]), $"{cells[0]} was never there"); break;
                default: Assert.Fail($"{cells[0]} is in section '{section}'"); break;
            }
        }

        return rules;
    }
}
