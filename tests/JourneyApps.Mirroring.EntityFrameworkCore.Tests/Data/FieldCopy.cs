using Acme.Field;
using Microsoft.EntityFrameworkCore;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;

/// <summary>A context over a copy, beside a table of the user's own.</summary>
internal sealed class FieldCopy(DbContextOptions<FieldCopy> options) : DbContext(options)
{
    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<SiteRow> Sites => Set<SiteRow>();

    public DbSet<Remark> Remarks => Set<Remark>();

    public static FieldCopy Sqlite(string connection) => new(new DbContextOptionsBuilder<FieldCopy>().UseSqlite(connection).UseJourneyApps().Options);

    public static FieldCopy PostgreSql(string connection) => new(new DbContextOptionsBuilder<FieldCopy>().UseNpgsql(connection).UseJourneyApps().Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyJourneyApps();
}
