using System.Text;

namespace JourneyApps.Architecture.Tests;

/// <summary>docs/architecture.md shows the floors and rooms that the tests check. UPDATE_GOLDEN=1 writes them into the page.</summary>
public sealed class ArchitecturePageTests
{
    private const string Head = "| floor | rooms | about |";

    private static string PagePath => Path.Combine(Repository.Root, "docs", "architecture.md");

    [Fact]
    public void The_page_lists_the_floors_and_rooms_of_each_project()
    {
        string page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
        string expected = Project.All.Aggregate(page, WithFloors);

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(PagePath, expected);
        else Assert.Equal(expected, page);
    }

    /// <summary>The page with the project's table as declared; the words about a floor are those of the page.</summary>
    private static string WithFloors(string page, Project project)
    {
        int section = page.IndexOf($"### {project.Name}\n", StringComparison.Ordinal);
        Assert.True(section >= 0, $"{PagePath} has no section {project.Name}.");
        int start = page.IndexOf(Head, section, StringComparison.Ordinal);
        int end = page.IndexOf("\n\n", start, StringComparison.Ordinal);
        string[] rows = page[start..end].Split('\n');

        var table = new StringBuilder(Head).Append("\n|---|---|---|");
        foreach (Floor floor in project.Floors)
        {
            string? known = rows.FirstOrDefault(row => row.StartsWith($"| {floor.Name} |", StringComparison.Ordinal));
            string about = known?.Split('|')[3].Trim() ?? "";
            string rooms = string.Join(", ", floor.Rooms.Select(room => room == "." ? "the project's own folder" : $"`{room}`"));
            table.Append("\n| ").AppendJoin(" | ", floor.Name, rooms, about).Append(" |");
        }

        return page[..start] + table + page[end..];
    }
}
