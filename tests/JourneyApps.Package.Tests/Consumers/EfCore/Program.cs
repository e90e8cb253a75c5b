using EfCore;
using Microsoft.EntityFrameworkCore;

using var copy = new Copy();
await copy.Database.ExecuteSqlRawAsync("""
    CREATE TABLE job (id TEXT PRIMARY KEY, updated_at TEXT, display TEXT, title TEXT, state TEXT, site_id TEXT, _sequence INTEGER, _deleted_at TEXT, _other TEXT);
    CREATE TABLE site (id TEXT PRIMARY KEY, updated_at TEXT, display TEXT, name TEXT, _sequence INTEGER, _deleted_at TEXT, _other TEXT);
    INSERT INTO site (id, name) VALUES ('s', 'Depot');
    INSERT INTO job (id, title, state, site_id) VALUES ('a', 'Replace pump', 'busy', 's'), ('b', 'Paint', 'new', 's')
    """);
JobState state = JobState.Busy;
foreach (JobRow job in await copy.Jobs.Include(job => job.Site).Where(job => job.State == state).ToListAsync())
    Console.WriteLine($"{job.Title} {job.State} {job.Site?.Name}");

internal sealed class Copy : DbContext
{
    private readonly Microsoft.Data.Sqlite.SqliteConnection _connection = new("Data Source=:memory:");

    public Copy() => _connection.Open();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(_connection).UseJourneyApps();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyJourneyApps();
}
