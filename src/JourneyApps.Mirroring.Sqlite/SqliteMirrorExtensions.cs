using JourneyApps.Mirroring.Sqlite;

namespace JourneyApps.Mirroring;

/// <summary>Sets SQLite as the database of a copy.</summary>
public static class SqliteMirrorExtensions
{
    /// <summary>Stores the copy in a SQLite file, which is created if it does not exist.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="file">The path of the file, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no file.</exception>
    public static DatabaseMirrorBuilder UseSqlite(this DatabaseMirrorBuilder builder, string file)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseDatabase(new SqliteMirrorDatabase(file));
    }
}
