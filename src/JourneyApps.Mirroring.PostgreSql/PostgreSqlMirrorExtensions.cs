using JourneyApps.Mirroring.PostgreSql;

namespace JourneyApps.Mirroring;

/// <summary>Sets PostgreSQL as the database of a copy.</summary>
public static class PostgreSqlMirrorExtensions
{
    /// <summary>Stores the copy in the SQL schema <c>journeyapps</c> of a PostgreSQL database.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string of Npgsql that names a host, a database and a user.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no host or no database.</exception>
    public static DatabaseMirrorBuilder UsePostgreSql(this DatabaseMirrorBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseDatabase(new PostgreSqlMirrorDatabase(connectionString));
    }
}
