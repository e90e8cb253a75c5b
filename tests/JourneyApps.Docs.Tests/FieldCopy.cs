using FieldService;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace JourneyApps.Docs.Tests;

/// <summary>The copy that the pages read.</summary>
public sealed class FieldCopy(string file) : DbContext
{
    public DbSet<JobRow> Jobs => Set<JobRow>();

    /// <summary>Creates the tables of a copy, without rows.</summary>
    public static void CreateTables(string file, string schema)
    {
        // Without a pool, so that the file can be deleted with its folder.
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (CopyTable table in SchemaParser.Parse(schema).DataModel.Models.Select(CopyTable.Of))
        {
            SqlTable created = new(table.Name, [.. table.Columns.Select(column => new SqlColumn(column.Name, column.Kind))], ["id"]);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = SqliteDialect.Instance.CreateTable(created).Text;
            command.ExecuteNonQuery();
        }
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={file};Pooling=False").UseJourneyApps();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyJourneyApps();
}
