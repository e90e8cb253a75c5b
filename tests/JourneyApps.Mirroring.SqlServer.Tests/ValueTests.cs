using System.Data;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer.Tests;

/// <summary>Parameters, errors and connection strings.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData(CopyColumnKind.Text, "a", SqlDbType.NVarChar, "a")]
    [InlineData(CopyColumnKind.Integer, 7L, SqlDbType.BigInt, 7L)]
    [InlineData(CopyColumnKind.KeyArray, new[] { "a\"b", "ü" }, SqlDbType.NVarChar, "[\"a\\\"b\",\"ü\"]")]
    [InlineData(CopyColumnKind.BigIntegerArray, new[] { long.MinValue, long.MaxValue }, SqlDbType.NVarChar, "[-9223372036854775808,9223372036854775807]")]
    [InlineData(CopyColumnKind.Json, null, SqlDbType.NVarChar, null)]
    public void Parameters_have_the_types_of_the_columns(CopyColumnKind kind, object? value, SqlDbType type, object? stored)
    {
        using SqlCommand command = new();

        SqlServerDialect.Instance.Bind(command, "@value", kind, value);

        Assert.Equal((type, stored ?? DBNull.Value), (command.Parameters["@value"].SqlDbType, command.Parameters["@value"].Value));
    }

    [Fact]
    public void The_last_moment_is_not_rounded_into_the_next_year()
    {
        using SqlCommand command = new();

        SqlServerDialect.Instance.Bind(command, "@value", CopyColumnKind.DateTime, DateTimeOffset.MaxValue);

        Assert.Equal(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), command.Parameters["@value"].Value);
    }

    [Fact]
    public void Any_number_of_ids_is_one_parameter()
    {
        using SqlCommand command = new();

        SqlServerDialect.Instance.BindIds(command, "@ids", [.. Enumerable.Range(0, 3000).Select(i => $"{i}")]);

        SqlParameter parameter = Assert.Single(command.Parameters.Cast<SqlParameter>());
        Assert.StartsWith("[\"0\",\"1\"", (string)parameter.Value!, StringComparison.Ordinal);
        Assert.Equal(-1, parameter.Size);
    }

    [Fact]
    public void Deletions_are_one_parameter()
        => Assert.Equal(
            """[{"id":"a","at":"2026-11-28T12:00:00Z","number":5},{"id":"b","at":"2026-11-28T12:00:00Z"}]""",
            SqlServerWriter.Json([new("a", 5, new(2026, 11, 28, 12, 0, 0, 999, TimeSpan.Zero)), new("b", null, new(2026, 11, 28, 13, 0, 0, TimeSpan.FromHours(1)))]));

    [Theory]
    [InlineData(1222, DatabaseFault.LockTimeout)]
    [InlineData(1205, DatabaseFault.Transient)]
    [InlineData(2628, DatabaseFault.RefusedValue)]
    [InlineData(262, DatabaseFault.NoRights)]
    [InlineData(9002, DatabaseFault.DiskFull)]
    [InlineData(4060, DatabaseFault.NoDatabase)]
    [InlineData(2714, DatabaseFault.AlreadyExists)]
    [InlineData(5074, DatabaseFault.InUse)]
    [InlineData(102, DatabaseFault.Other)]
    public void Errors_are_told_apart_by_their_numbers(int number, DatabaseFault fault) => Assert.Equal(fault, SqlServerFaults.OfNumber(number));

    [Theory]
    [InlineData("Server=db;User ID=mirror;Password=sesame", "names no database. Add 'Database=…'")]
    [InlineData("Database=field;User ID=mirror;Password=sesame", "names no server. Add 'Server=…'")]
    [InlineData("Server=db;Database=field;Password=open;sesame", "cannot be read")]
    [InlineData("Server=db;Database=field;Password=open;sesame=1", "cannot be read")]
    public void A_bad_connection_string_is_refused_without_repeating_it(string connectionString, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SqlServerMirrorDatabase(connectionString));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_has_no_secrets()
        => Assert.Equal("SQL Server database 'field' on db,1444", $"{new SqlServerMirrorDatabase("Server=db,1444;Database=field;User ID=mirror;Password=sesame")}");
}
