using JourneyApps.Mirroring.Dialects;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>What the errors of SQL Server and its driver mean.</summary>
internal static class SqlServerFaults
{
    // From this severity on, the server has closed the connection.
    private const byte FatalSeverity = 20;

    public static DatabaseFault Classify(Exception exception) => exception switch
    {
        DatabaseMirrorException known => known.Fault,
        SqlException { Class: >= FatalSeverity } => DatabaseFault.Transient,
        SqlException error => OfNumber(error.Number),
        // A bulk copy checks lengths and types before it sends a row.
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" or "Core Microsoft SqlClient Data Provider" }
            => DatabaseFault.RefusedValue,
        IOException or TimeoutException => DatabaseFault.Transient,
        _ => DatabaseFault.Other,
    };

    /// <summary>What an error number of the server means.</summary>
    internal static DatabaseFault OfNumber(int number) => number switch
    {
        1222 => DatabaseFault.LockTimeout,
        // Too long, not convertible, out of range, a row or an index key that is too large, a constraint of yours.
        2628 or 8152 or 245 or 8114 or 8115 or 220 or 232 or 242 or 511 or 1946 or 4863 or 515 or 547 or 2601 or 2627
            => DatabaseFault.RefusedValue,
        229 or 230 or 262 or 297 or 300 or 1088 or 2760 or 15151 or 15247 => DatabaseFault.NoRights,
        1101 or 1105 or 9002 => DatabaseFault.DiskFull,
        3906 or 3908 => DatabaseFault.ReadOnly,
        4060 or 911 => DatabaseFault.NoDatabase,
        2714 or 2705 or 1913 or 2759 or 15335 => DatabaseFault.AlreadyExists,
        3729 or 4922 or 5074 or 15336 => DatabaseFault.InUse,
        // Timeouts, deadlocks, connections, restarts, and the limits of Azure SQL.
        -2 or 1205 or 20 or 64 or 233 or 258 or 596 or 921 or 922 or 983 or 10053 or 10054 or 10060 or 10061 or 10928 or 10929 or 11001
            or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 or 0 or 53 or 121 or 6005 => DatabaseFault.Transient,
        _ => DatabaseFault.Other,
    };
}
