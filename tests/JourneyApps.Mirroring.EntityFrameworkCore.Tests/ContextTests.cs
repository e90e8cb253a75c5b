using Acme.Field;
using JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;
using JourneyApps.Mirroring.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests;

/// <summary>What a context with rows does besides answering queries.</summary>
public sealed class ContextTests : IAsyncLifetime
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private FieldCopy Copy => field ??= new(new DbContextOptionsBuilder<FieldCopy>().UseSqlite(_connection).UseJourneyApps().Options);

    public async ValueTask InitializeAsync()
    {
        await _connection.OpenAsync();
        await CopyTables.CreateAsync(_connection, SqliteDialect.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await Copy.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [Fact]
    public async Task Deleted_objects_are_left_out_unless_a_query_asks_for_them()
    {
        int deleted = TestRows.Jobs.Count(job => job.DeletedAt is not null);
        Assert.NotEqual(0, deleted);

        Assert.Equal(TestRows.Jobs.Count - deleted, await Copy.Jobs.CountAsync());
        Assert.Equal(TestRows.Jobs.Count, await Copy.Jobs.IgnoreQueryFilters().CountAsync());
    }

    [Fact]
    public async Task A_row_that_was_changed_is_not_saved()
    {
        JobRow job = await Copy.Jobs.FirstAsync();
        Copy.Entry(job).Property(row => row.Title).CurrentValue = "Other";

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Copy.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            "Changing a JobRow is not possible: the table is a copy of the app, and the mirror would overwrite the change. "
                + "Write the object through the client of the app; the copy follows.",
            exception.Message);
    }

    [Fact]
    public async Task A_row_is_not_added_or_deleted()
    {
        Copy.Add(new SiteRow { Id = TestRows.Site(77) });
        Assert.StartsWith("Adding a SiteRow", Assert.Throws<InvalidOperationException>(() => Copy.SaveChanges()).Message, StringComparison.Ordinal);
        Copy.ChangeTracker.Clear();

        Copy.Remove(await Copy.Sites.FirstAsync());
        Assert.StartsWith("Deleting a SiteRow", Assert.Throws<InvalidOperationException>(() => Copy.SaveChanges()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_not_changed_in_bulk()
    {
        var deletion = await Assert.ThrowsAsync<InvalidOperationException>(() => Copy.Jobs.Where(job => job.Done == true).ExecuteDeleteAsync());
        Assert.StartsWith("Deleting a JobRow", deletion.Message, StringComparison.Ordinal);

        var change = Assert.Throws<InvalidOperationException>(() => Copy.Jobs.ExecuteUpdate(set => set.SetProperty(job => job.Title, "x")));
        Assert.StartsWith("Changing a JobRow", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_tables_are_migrated_and_saved_and_refer_to_rows()
    {
        string script = Copy.GetService<IMigrationsSqlGenerator>().Generate(
            Copy.GetService<IMigrationsModelDiffer>().GetDifferences(null, Copy.GetService<IDesignTimeModel>().Model.GetRelationalModel())).Single(
                command => command.CommandText.Contains("CREATE TABLE", StringComparison.Ordinal)).CommandText;
        Assert.Contains("\"Remarks\"", script, StringComparison.Ordinal);
        Assert.DoesNotContain("journeyapps", script, StringComparison.Ordinal);
        await Copy.Database.ExecuteSqlRawAsync("""CREATE TABLE "Remarks" ("Id" INTEGER PRIMARY KEY, "JobId" TEXT, "Text" TEXT NOT NULL)""");

        Copy.Remarks.Add(new Remark { JobId = TestRows.JobId(7), Text = "Late" });
        Copy.Remarks.Add(new Remark { JobId = TestRows.JobId(99), Text = "Lost" });
        await Copy.SaveChangesAsync(TestContext.Current.CancellationToken);
        Copy.ChangeTracker.Clear();

        Assert.Equal(
            ["Late Job 7", "Lost "],
            await Copy.Remarks.OrderBy(remark => remark.Id).Select(remark => remark.Text + " " + (remark.Job!.Display ?? "")).ToListAsync());
    }

    [Fact]
    public async Task Navigations_lead_both_ways_and_are_empty_without_an_object()
    {
        List<JobRow> jobs = await Copy.Jobs.Include(job => job.Site).Include(job => job.Parent).OrderBy(job => job.Id).ToListAsync();

        JobRow one = jobs.Single(job => job.Id == TestRows.JobId(1));
        Assert.Equal("Depot", one.Site!.Name);
        Assert.Contains(one, one.Site.Jobs);
        Assert.Null(jobs.Single(job => job.Id == TestRows.JobId(5)).Site);
        Assert.Equal(TestRows.Site(9), jobs.Single(job => job.Id == TestRows.JobId(5)).SiteId);
        Assert.Null(jobs.Single(job => job.Id == TestRows.JobId(4)).Site);
        Assert.Same(jobs.Single(job => job.Id == TestRows.JobId(5)), jobs.Single(job => job.Id == TestRows.JobId(15)).Parent);
        Assert.Equal("job " + one.Id, one.ToString());
    }

    [Fact]
    public async Task An_id_is_read_as_the_server_sent_it()
    {
        await Copy.Database.ExecuteSqlRawAsync("INSERT INTO site (id, name) VALUES ('0000000A-0000-4000-8000-00000000000B', 'Upper')");

        Assert.Equal("0000000A-0000-4000-8000-00000000000B", (await Copy.Sites.SingleAsync(site => site.Name == "Upper")).Id.Value);
    }

    [Fact]
    public void In_databases_with_schemas_rows_are_in_one_of_their_own()
    {
        using var copy = FieldCopy.PostgreSql("Host=localhost");

        Assert.Equal(["journeyapps", "journeyapps"], Tables(copy).Where(table => table.Name != "Remarks").Select(table => table.Schema));
        Assert.All(Tables(Copy), table => Assert.Null(table.Schema));

        static IEnumerable<ITable> Tables(FieldCopy copy) => copy.Model.GetRelationalModel().Tables;
    }

    [Fact]
    public void A_context_without_rows_says_what_is_missing()
    {
        using var context = new WithoutRows(new DbContextOptionsBuilder<WithoutRows>().UseSqlite(_connection).UseJourneyApps().Options);

        string message = Assert.Throws<InvalidOperationException>(() => context.Model).Message;
        Assert.Contains("<JourneyAppsRows>true</JourneyAppsRows>", message, StringComparison.Ordinal);
        Assert.Contains("DbSet<JobRow>", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_one_model_are_enough()
    {
        await using var context = new JobsOnly(new DbContextOptionsBuilder<JobsOnly>().UseSqlite(_connection).UseJourneyApps().UseJourneyApps().Options);

        Assert.Equal("Depot", (await context.Jobs.Include(job => job.Site).FirstAsync(job => job.Site!.Name != null)).Site!.Name);
    }

    private sealed class WithoutRows(DbContextOptions<WithoutRows> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyJourneyApps();
    }

    private sealed class JobsOnly(DbContextOptions<JobsOnly> options) : DbContext(options)
    {
        public DbSet<JobRow> Jobs => Set<JobRow>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyJourneyApps();
    }
}
