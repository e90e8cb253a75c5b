using System.Reflection;
using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>The SQL on the pages.</summary>
public sealed class PageTests(PostgreSqlServer server)
{
    [Fact]
    public async Task The_SQL_on_the_pages_runs_in_its_order()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));
        string[] blocks = [.. Blocks("docs/postgresql.md"), .. Blocks("src/JourneyApps.Mirroring.PostgreSql/README.md")];
        Assert.True(blocks.Length >= 5);

        // The first block prepares the database for the mirror.
        await copy.RunAsync(blocks[0]);
        await copy.Mirror().CatchUpAsync();
        foreach (string block in blocks[1..]) await copy.RunAsync(block);

        Assert.Equal(["True"], await copy.QueryAsync("SELECT has_table_privilege('reports', 'journeyapps.job', 'SELECT')"));
    }

    private static IEnumerable<string> Blocks(string page)
    {
        string root = typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "RepositoryRoot").Value!;
        string text = File.ReadAllText(Path.Combine(root, page)).ReplaceLineEndings("\n");
        // The query at the beginning is about the sample app; a test of the command runs it.
        return text.Split("```sql\n").Skip(1).Select(block => block.Split("```")[0]).Where(block => !block.StartsWith("SELECT customer.name", StringComparison.Ordinal));
    }
}
