using System.Data;
using System.Data.Common;
using System.Globalization;
using JourneyApps.Mirroring.Dialects;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>Preview: a copy in a SQL Server database, in the SQL schema <c>journeyapps</c>. Several workers can be run: one writes, and
/// another one takes over when it ends. SQL Server does not end the transaction of a worker that is frozen; end its session with
/// <c>KILL</c>.</summary>
/// <example>
/// <code>
/// var mirror = new DatabaseMirror(app, new SqlServerMirrorDatabase("Server=db;Database=field;User ID=mirror;Password=…"));
/// await mirror.RunAsync(stoppingToken);
/// </code>
/// </example>
public sealed class SqlServerMirrorDatabase : MirrorDatabase
{
    private const int CommandSeconds = 300;
    private const int StepLockMilliseconds = 5000;
    private const int DdlLockMilliseconds = 3000;

    private readonly string _connectionString;

    /// <summary>Describes a copy in a database, which must exist. Tables are created when the mirror runs.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.SqlClient that names a server and a database.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no server or no database. The message does not
    /// repeat it.</exception>
    public SqlServerMirrorDatabase(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        SqlConnectionStringBuilder settings = ReadSettings(connectionString);
        if (settings.DataSource.Length == 0)
            throw new ArgumentException("The connection string names no server. Add 'Server=…'.", nameof(connectionString));
        if (settings.InitialCatalog.Length == 0)
            throw new ArgumentException("The connection string names no database. Add 'Database=…'.", nameof(connectionString));
        settings.Enlist = false;
        if (!settings.ShouldSerialize("Application Name")) settings.ApplicationName = "JourneyApps mirror";
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = CommandSeconds;
        _connectionString = settings.ConnectionString;
        UserName = settings.IntegratedSecurity || settings.UserID.Length == 0 ? null : settings.UserID;
        Place = $"SQL Server database '{settings.InitialCatalog}' on {settings.DataSource}";
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => SqlServerDialect.Instance;

    /// <inheritdoc/>
    public override string Place { get; }

    /// <inheritdoc/>
    public override string? UserName { get; }

    /// <inheritdoc/>
    public override async Task<DbTransaction> BeginAsync(
        DbConnection connection, TransactionPurpose purpose, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var session = (SqlConnection)connection;
        int milliseconds = purpose == TransactionPurpose.Step ? StepLockMilliseconds : DdlLockMilliseconds;
        await using SqlCommand command = new(string.Create(CultureInfo.InvariantCulture, $"SET LOCK_TIMEOUT {milliseconds}"), session);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return await session.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(DbConnection connection, CancellationToken cancellationToken)
        => SqlServerCatalog.ReadTablesAsync((SqlConnection)connection, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        DbConnection connection, string table, string? column, CancellationToken cancellationToken)
        => SqlServerCatalog.ReadDependentsAsync((SqlConnection)connection, table, column, cancellationToken);

    /// <inheritdoc/>
    public override Task<long?> EstimateRowsAsync(DbConnection connection, string table, CancellationToken cancellationToken)
        => SqlServerCatalog.EstimateRowsAsync((SqlConnection)connection, table, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> HasIndexAsync(DbConnection connection, string name, CancellationToken cancellationToken)
        => SqlServerCatalog.HasIndexAsync((SqlConnection)connection, name, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => SqlServerWriter.WriteAsync((SqlTransaction)transaction, table, rows, replaces: true, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> InsertMissingAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => SqlServerWriter.WriteAsync((SqlTransaction)transaction, table, rows, replaces: false, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> MarkDeletedAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
        => SqlServerWriter.MarkAsync((SqlTransaction)transaction, table, deletions, cancellationToken);

    /// <inheritdoc/>
    public override DatabaseFault Classify(Exception exception) => SqlServerFaults.Classify(exception);

    /// <inheritdoc/>
    public override Task<string?> DescribeBlockersAsync(DbConnection connection, CancellationToken cancellationToken)
        => SqlServerCatalog.DescribeBlockersAsync((SqlConnection)connection, cancellationToken);

    /// <inheritdoc/>
    protected override DbConnection CreateConnection() => new SqlConnection(_connectionString);

    // What the driver says about a text that it cannot read repeats parts of it, which can belong to a password.
    private static SqlConnectionStringBuilder ReadSettings(string connectionString)
    {
        try
        {
            return new SqlConnectionStringBuilder(connectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new ArgumentException(
                "The connection string cannot be read. Write 'Server=…;Database=…;User ID=…;Password=…', with quotes around a value that "
                + "has a semicolon.",
                nameof(connectionString));
        }
    }
}
