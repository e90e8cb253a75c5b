using JourneyApps.Mirroring.SqlServer;

namespace JourneyApps.Mirroring;

/// <summary>Sets SQL Server as the database of a copy. Preview: no test has run on a server.</summary>
public static class SqlServerMirrorExtensions
{
    /// <summary>Stores the copy in the SQL schema <c>journeyapps</c> of a SQL Server database.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string of Microsoft.Data.SqlClient that names a server and a database.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no server or no database.</exception>
    public static DatabaseMirrorBuilder UseSqlServer(this DatabaseMirrorBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseDatabase(new SqlServerMirrorDatabase(connectionString));
    }
}
