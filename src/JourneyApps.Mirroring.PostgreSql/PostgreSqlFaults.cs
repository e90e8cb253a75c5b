using System.Net.Sockets;
using JourneyApps.Mirroring.Dialects;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql;

/// <summary>What the errors of PostgreSQL and its driver mean.</summary>
internal static class PostgreSqlFaults
{
    public static DatabaseFault Classify(Exception exception) => exception switch
    {
        DatabaseMirrorException known => known.Fault,
        PostgresException error => Classify(error),
        NpgsqlException or SocketException or IOException or TimeoutException => DatabaseFault.Transient,
        _ => DatabaseFault.Other,
    };

    private static DatabaseFault Classify(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable => DatabaseFault.LockTimeout,
        PostgresErrorCodes.InsufficientPrivilege => DatabaseFault.NoRights,
        PostgresErrorCodes.DiskFull => DatabaseFault.DiskFull,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.ReadOnly,
        PostgresErrorCodes.InvalidCatalogName => DatabaseFault.NoDatabase,
        PostgresErrorCodes.DependentObjectsStillExist => DatabaseFault.InUse,
        PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateSchema or PostgresErrorCodes.DuplicateColumn
            or PostgresErrorCodes.DuplicateObject => DatabaseFault.AlreadyExists,
        // Two sessions created the same at the same time.
        PostgresErrorCodes.UniqueViolation when error.SchemaName == "pg_catalog" => DatabaseFault.AlreadyExists,
        // The session was idle in a transaction, the statement took too long, or a value is too long for an index.
        "25P03" or PostgresErrorCodes.QueryCanceled => DatabaseFault.Transient,
        PostgresErrorCodes.ProgramLimitExceeded => DatabaseFault.RefusedValue,
        { Length: 5 } code => ClassifyClass(code[..2]),
        _ => DatabaseFault.Other,
    };

    // Data exceptions and violated constraints, which the mirror itself does not have; connections, rollbacks, resources, interventions,
    // system errors.
    private static DatabaseFault ClassifyClass(string code) => code switch
    {
        "22" or "23" => DatabaseFault.RefusedValue,
        "08" or "40" or "53" or "57" or "58" => DatabaseFault.Transient,
        _ => DatabaseFault.Other,
    };
}
