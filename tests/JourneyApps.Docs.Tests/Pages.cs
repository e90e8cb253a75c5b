namespace JourneyApps.Docs.Tests;

/// <summary>The pages of the repository: everything below docs, the texts at its root, and the pages of the packages.</summary>
internal static class Pages
{
    private const string Fence = "```";

    public static IEnumerable<string> All() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
        .Concat(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).SelectMany(project => Directory.EnumerateFiles(project, "*.md")))
        .Concat(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "sample")).SelectMany(project => Directory.EnumerateFiles(project, "*.md")))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>What a gallery shows of each package.</summary>
    public static IEnumerable<string> PackageReadmes() => All().Where(page => page.StartsWith("src/", StringComparison.Ordinal) && page.EndsWith("/README.md", StringComparison.Ordinal));

    public static IEnumerable<CodeBlock> Blocks(string page)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, page));
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            int end = Array.FindIndex(lines, i + 1, line => line.StartsWith(Fence, StringComparison.Ordinal));
            Assert.True(end >= 0, $"{page}({i + 1}): the block has no end.");
            yield return new CodeBlock(page, i + 2, lines[i][Fence.Length..].Trim(), string.Join('\n', lines[(i + 1)..end]));
            i = end;
        }
    }
}
