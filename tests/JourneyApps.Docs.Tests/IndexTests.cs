namespace JourneyApps.Docs.Tests;

public sealed class IndexTests
{
    [Fact]
    public void Every_page_is_in_the_index()
    {
        string index = File.ReadAllText(Repository.PathOf("docs", "README.md"));
        string[] pages = [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(path => Path.GetFileName(path)!).Where(name => name != "README.md")];

        string[] tasks = [.. Directory.EnumerateFiles(Repository.PathOf("docs", "how-to"), "*.md").Select(path => $"how-to/{Path.GetFileName(path)}")];
        pages = [.. pages, .. tasks];

        Assert.True(pages.Length >= 25);
        Assert.True(tasks.Length >= 6);
        Assert.All(pages, page => Assert.Contains($"]({page})", index, StringComparison.Ordinal));
    }
}
