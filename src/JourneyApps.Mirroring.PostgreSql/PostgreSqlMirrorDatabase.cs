using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using JourneyApps.Mirroring.Dialects;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql;

/// <summary>A copy in a PostgreSQL database, in the SQL schema <c>journeyapps</c>. Several workers can be run: one writes, and another one
/// takes over when it ends. PgBouncer in transaction mode is supported.</summary>
/// <example>
/// <code>
/// var mirror = new DatabaseMirror(app, new PostgreSqlMirrorDatabase("Host=db;Database=field;Username=mirror;Password=…"));
/// await mirror.RunAsync(stoppingToken);
/// </code>
/// </example>
public sealed class PostgreSqlMirrorDatabase : MirrorDatabase
{
    private const int CommandSeconds = 300;
    private static readonly TimeSpan StepLock = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DdlLock = TimeSpan.FromSeconds(3);

    private readonly string _connectionString;

    /// <summary>Describes a copy in a database, which must exist. Tables are created when the mirror runs.</summary>
    /// <param name="connectionString">A connection string of Npgsql that names a host, a database and a user. Sessions are not reset and
    /// statements not prepared, because a pooler can change the session after each transaction.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no host or no database. The message does not
    /// repeat it.</exception>
    public PostgreSqlMirrorDatabase(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        NpgsqlConnectionStringBuilder settings = ReadSettings(connectionString);
        if (string.IsNullOrEmpty(settings.Host))
            throw new ArgumentException("The connection string names no host. Add 'Host=…'.", nameof(connectionString));
        if (string.IsNullOrEmpty(settings.Database))
            throw new ArgumentException("The connection string names no database. Add 'Database=…'.", nameof(connectionString));
        settings.NoResetOnClose = true;
        settings.MaxAutoPrepare = 0;
        settings.Multiplexing = false;
        settings.Enlist = false;
        settings.ApplicationName ??= "JourneyApps mirror";
        // ContainsKey is true for every keyword that the driver knows.
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = CommandSeconds;
        if (!settings.ShouldSerialize("TCP Keepalive")) settings.TcpKeepAlive = true;
        _connectionString = settings.ConnectionString;
        UserName = settings.Username ?? Environment.UserName;
        bool hasPort = settings.Port != NpgsqlConnection.DefaultPort && !settings.Host.Contains(',', StringComparison.Ordinal)
            && !settings.Host.StartsWith('/');
        string host = hasPort ? string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}") : settings.Host;
        Place = $"PostgreSQL database '{settings.Database}' on {host}";
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => PostgreSqlDialect.Instance;

    /// <inheritdoc/>
    public override string Place { get; }

    /// <inheritdoc/>
    public override string? UserName { get; }

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await base.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException fault)
        {
            // Npgsql 8 does not wrap what resolving the name of the host throws.
            throw new NpgsqlException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public override async Task<DbTransaction> BeginAsync(
        DbConnection connection, TransactionPurpose purpose, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var session = (NpgsqlConnection)connection;
        NpgsqlTransaction transaction = await session.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            // A stopped worker would hold the row of the state, and with it all others, for ever.
            string settings = Settings(purpose == TransactionPurpose.Step ? StepLock : DdlLock, lease);
            await using NpgsqlCommand command = new(settings, session, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(DbConnection connection, CancellationToken cancellationToken)
        => PostgreSqlCatalog.ReadTablesAsync((NpgsqlConnection)connection, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        DbConnection connection, string table, string? column, CancellationToken cancellationToken)
        => PostgreSqlCatalog.ReadDependentsAsync((NpgsqlConnection)connection, table, column, cancellationToken);

    /// <inheritdoc/>
    public override Task<long?> EstimateRowsAsync(DbConnection connection, string table, CancellationToken cancellationToken)
        => PostgreSqlCatalog.EstimateRowsAsync((NpgsqlConnection)connection, table, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> HasIndexAsync(DbConnection connection, string name, CancellationToken cancellationToken)
        => PostgreSqlCatalog.HasIndexAsync((NpgsqlConnection)connection, name, cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveInvalidIndexesAsync(DbConnection connection, CancellationToken cancellationToken)
        => PostgreSqlCatalog.RemoveInvalidIndexesAsync((NpgsqlConnection)connection, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => PostgreSqlWriter.WriteAsync((NpgsqlTransaction)transaction, table, rows, replaces: true, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> InsertMissingAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => PostgreSqlWriter.WriteAsync((NpgsqlTransaction)transaction, table, rows, replaces: false, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> MarkDeletedAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
        => PostgreSqlWriter.MarkAsync((NpgsqlTransaction)transaction, table, deletions, cancellationToken);

    /// <inheritdoc/>
    public override DatabaseFault Classify(Exception exception) => PostgreSqlFaults.Classify(exception);

    /// <inheritdoc/>
    public override Task<string?> DescribeBlockersAsync(DbConnection connection, CancellationToken cancellationToken)
        => PostgreSqlCatalog.DescribeBlockersAsync((NpgsqlConnection)connection, cancellationToken);

    /// <inheritdoc/>
    protected override DbConnection CreateConnection() => new NpgsqlConnection(_connectionString);

    private static string Settings(TimeSpan lockTimeout, TimeSpan idleTimeout) => string.Create(
        CultureInfo.InvariantCulture,
        $"SET LOCAL lock_timeout = {lockTimeout.TotalMilliseconds:0}; "
        + $"SET LOCAL idle_in_transaction_session_timeout = {idleTimeout.TotalMilliseconds:0}");

    // What the driver says about a text that it cannot read repeats parts of it, which can belong to a password.
    private static NpgsqlConnectionStringBuilder ReadSettings(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException or KeyNotFoundException)
        {
            throw new ArgumentException(
                "The connection string cannot be read. Write 'Host=…;Database=…;Username=…;Password=…', with quotes around a value that "
                + "has a semicolon; a URL such as 'postgresql://…' is not supported.",
                nameof(connectionString));
        }
    }
}
