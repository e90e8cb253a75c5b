namespace JourneyApps.Tool.Commands.Show;

/// <summary>The database whose SQL is shown.</summary>
internal enum SqlDialectName
{
    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQL Server.</summary>
    SqlServer,
}
