using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.TestServers;
using Microsoft.EntityFrameworkCore;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests;

/// <summary>A copy that a mirror wrote is read as its objects are, and answers every query as they do in memory.</summary>
public sealed class MirroredCopyTests(PostgreSqlServer server)
{
    // Of the server, which adds the time of a location, and the copy, or not seeded.
    private static readonly string[] Others =
        ["PositionTimestamp", "UpdatedAt", "Display", "Sequence", "DeletedAt", "OtherMembers", "PhotoId", "PhotoState", "Route", "Site", "Parent", "Jobs"];

    [Fact]
    public async Task A_copy_in_SQLite_that_a_mirror_wrote_answers_as_memory_does()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("copy");
        string file = Path.Combine(folder.FullName, "copy.db");
        await MirrorAsync(new SqliteMirrorDatabase(file));

        AssertSame(() => FieldCopy.Sqlite($"Data Source={file};Pooling=False"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_copy_in_PostgreSQL_that_a_mirror_wrote_answers_as_memory_does()
    {
        string database = await server.NewDatabaseAsync();
        await MirrorAsync(new PostgreSqlMirrorDatabase(database));

        AssertSame(() => FieldCopy.PostgreSql(database));
    }

    private static async Task MirrorAsync(MirrorDatabase database)
    {
        // Objects have keys of options that were removed since.
        string schema = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "field.schema.xml"));
        string earlier = schema
            .Replace("<option key=\"new\">", "<option key=\"archived\">Archived</option><option key=\"new\">", StringComparison.Ordinal)
            .Replace("<option key=\"0\">", "<option key=\"77\">Old</option><option key=\"0\">", StringComparison.Ordinal)
            .Replace("<option key=\"a\">", "<option key=\"old 'one'\">Old</option><option key=\"a\">", StringComparison.Ordinal);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(earlier);
        await emulator.SeedAsync("site", TestRows.Sites.Select(static row => CopyTables.ToJson("site", row)));
        await emulator.SeedAsync("job", TestRows.Jobs.Select(static row => CopyTables.ToJson("job", row)));
        await emulator.UpdateSchemaAsync(schema);
        using JourneyClient client = new(new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(emulator.Token),
        });
        var mirror = new DatabaseMirror(client, database, new DatabaseMirrorOptions { MarkDeletes = true });
        await mirror.CatchUpAsync();
        foreach (SiteRow site in TestRows.Sites.Where(static row => row.DeletedAt is not null)) await client.Objects("site").DeleteAsync(site.Id.Value);
        foreach (JobRow job in TestRows.Jobs.Where(static row => row.DeletedAt is not null)) await client.Objects("job").DeleteAsync(job.Id.Value);
        await mirror.CatchUpAsync();
    }

    private static void AssertSame(Func<FieldCopy> open)
    {
        using FieldCopy all = open();
        JobRow[] jobs = [.. all.Jobs.IgnoreQueryFilters().AsNoTracking().OrderBy(job => job.Id)];
        SiteRow[] sites = [.. all.Sites.IgnoreQueryFilters().AsNoTracking().OrderBy(site => site.Id)];
        Assert.Equal(TestRows.Jobs.Select(Shown).Order(StringComparer.Ordinal), jobs.Select(Shown).Order(StringComparer.Ordinal));
        Assert.Equal(TestRows.Sites.Select(Shown).Order(StringComparer.Ordinal), sites.Select(Shown).Order(StringComparer.Ordinal));

        (IReadOnlyList<JobRow> linked, IReadOnlyList<SiteRow> linkedSites) = TestRows.Linked(jobs, sites);
        Assert.Equal(TestRows.Linked().Jobs.Count, linked.Count);
        List<string> failures = [];
        foreach ((string name, Func<IQueryable<JobRow>, IQueryable<SiteRow>, IEnumerable<object?>> query) in Queries.All)
        {
            using FieldCopy copy = open();
            string[] expected = QueryTests.Shown(query(linked.AsQueryable(), linkedSites.AsQueryable()));
            string[] found = QueryTests.Shown(query(copy.Jobs.AsNoTracking(), copy.Sites.AsNoTracking()));
            if (!expected.SequenceEqual(found)) failures.Add($"{name}: expected {string.Join(" / ", expected)}; found {string.Join(" / ", found)}");
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>The values of an object's own fields.</summary>
    private static string Shown(object row) => QueryTests.Shown(row, Others);
}
