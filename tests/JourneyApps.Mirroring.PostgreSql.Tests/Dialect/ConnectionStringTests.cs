namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>Connection strings, good and bad.</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("Host=db;Username=mirror;Password=sesame", "names no database. Add 'Database=…'")]
    [InlineData("Database=field;Username=mirror;Password=sesame", "names no host. Add 'Host=…'")]
    [InlineData("Host=db;Database=field;Password=open;sesame", "cannot be read")]
    [InlineData("Host=db;Database=field;Password=open;sesame=1", "cannot be read")]
    [InlineData("Host=db;Database=field;Port=sesame", "cannot be read")]
    [InlineData("postgresql://mirror:sesame@db/field", "a URL such as 'postgresql://…' is not supported")]
    public void A_bad_connection_string_is_refused_without_repeating_it(string connectionString, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PostgreSqlMirrorDatabase(connectionString));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Database=field;Username=mirror;Password=sesame", "PostgreSQL database 'field' on db")]
    [InlineData("Host=db;Port=6432;Database=field;Password=sesame", "PostgreSQL database 'field' on db:6432")]
    [InlineData("Host=/run/postgresql;Database=field", "PostgreSQL database 'field' on /run/postgresql")]
    [InlineData("Host=one:5432,two:5433;Database=field", "PostgreSQL database 'field' on one:5432,two:5433")]
    public void The_place_has_no_secrets(string connectionString, string place)
        => Assert.Equal(place, new PostgreSqlMirrorDatabase(connectionString).ToString());
}
