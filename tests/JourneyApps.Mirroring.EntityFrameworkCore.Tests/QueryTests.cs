using System.Globalization;
using Acme.Field;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.TestServers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests;

/// <summary>Every query over a copy gives what the same query over objects in memory gives.</summary>
public sealed class QueryTests(PostgreSqlServer server)
{
    public static TheoryData<string> Names => [.. Queries.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_copy_in_SQLite_answers_as_memory_does(string name)
    {
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        await CopyTables.CreateAsync(connection, SqliteDialect.Instance);
        await using var copy = new FieldCopy(new DbContextOptionsBuilder<FieldCopy>().UseSqlite(connection).UseJourneyApps().Options);

        AssertSame(name, copy);
    }

    [Fact]
    public async Task A_copy_in_PostgreSQL_answers_as_memory_does()
    {
        string database = await server.NewDatabaseAsync();
        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync();
        await CopyTables.CreateAsync(connection, PostgreSqlDialect.Instance);

        List<string> failures = [];
        foreach (string name in Queries.All.Keys)
        {
            await using var copy = FieldCopy.PostgreSql(database);
            try
            {
                AssertSame(name, copy);
            }
            catch (Exception exception)
            {
                failures.Add($"{name}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static void AssertSame(string name, FieldCopy copy)
    {
        (IReadOnlyList<JobRow> jobs, IReadOnlyList<SiteRow> sites) = TestRows.Linked();
        string[] expected = Shown(Queries.All[name](jobs.AsQueryable(), sites.AsQueryable()));
        string[] found = Shown(Queries.All[name](copy.Jobs.AsNoTracking(), copy.Sites.AsNoTracking()));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    /// <summary>The results as text; databases have an order of their own where a query does not ask for one.</summary>
    internal static string[] Shown(IEnumerable<object?> results) => [.. results.Select(Shown).Order(StringComparer.Ordinal)];

    /// <summary>A row as text.</summary>
    internal static string Shown(object row, IReadOnlyCollection<string> without) => string.Join(", ", row.GetType().GetProperties()
        .Where(property => property.CanWrite && !without.Contains(property.Name))
        .Select(property => $"{property.Name} = {Shown(property.GetValue(row))}"));

    private static string Shown(object? result) => result switch
    {
        null => "null",
        JobRow or SiteRow => Shown(result, ["Site", "Parent", "Jobs"]),
        System.Collections.IEnumerable and not string => "[" + string.Join("; ", ((System.Collections.IEnumerable)result).Cast<object>().Select(Shown)) + "]",
        DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(result, CultureInfo.InvariantCulture)!,
    };
}
