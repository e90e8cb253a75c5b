using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Options;

/// <summary>What differs between the databases of a copy.</summary>
internal static class Providers
{
    /// <summary>Whether lists of keys are arrays. Elsewhere they are JSON.</summary>
    public static bool HasArrays(this IDatabaseProvider provider) => provider.Name == "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>Whether the database is SQLite, which has neither schemas nor a type for times.</summary>
    public static bool IsSqlite(this IDatabaseProvider provider) => provider.Name == "Microsoft.EntityFrameworkCore.Sqlite";
}
