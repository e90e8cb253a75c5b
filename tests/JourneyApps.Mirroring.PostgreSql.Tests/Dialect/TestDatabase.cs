using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>A new database with a table of all kinds of columns.</summary>
internal sealed class TestDatabase(string connectionString)
{
    public static readonly SqlTable Things = new(
        "thing",
        [
            new SqlColumn("id", CopyColumnKind.Id),
            .. Enum.GetValues<CopyColumnKind>().Select(static kind => new SqlColumn(kind.ToString(), kind)),
            new SqlColumn("_sequence", CopyColumnKind.BigInteger) { IsCompared = false },
            new SqlColumn("_deleted_at", CopyColumnKind.DateTime),
        ],
        ["id"]);

    public string ConnectionString { get; } = connectionString;

    public PostgreSqlMirrorDatabase Mirror { get; } = new(connectionString);

    public static async Task<TestDatabase> CreateAsync(PostgreSqlServer server)
    {
        TestDatabase database = new(await server.NewDatabaseAsync());
        await database.RunAsync([.. database.Mirror.Dialect.CreateSchema, database.Mirror.Dialect.CreateTable(Things)]);
        return database;
    }

    /// <summary>A row of <see cref="Things"/> with these values and nulls.</summary>
    public static object?[] Row(string id, params (string Column, object? Value)[] values)
    {
        object?[] row = new object?[Things.Columns.Count];
        row[0] = id;
        foreach ((string column, object? value) in values) row[Things.IndexOf(column)] = value;
        return row;
    }

    public Task RunAsync(string sql) => PostgreSqlServer.RunAsync(ConnectionString, sql);

    public Task RunAsync(IEnumerable<SqlStatement> statements) => RunAsync(string.Join(";\n", statements));

    public Task<object?> ValueAsync(string sql) => PostgreSqlServer.ValueAsync(ConnectionString, sql);

    public Task<long> UpsertAsync(params object?[][] rows)
        => StepAsync((transaction, cancellation) => Mirror.UpsertAsync(transaction, Things, rows, cancellation));

    /// <summary>Does something in a transaction of a step.</summary>
    public async Task<T> StepAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using DbConnection connection = await Mirror.OpenAsync(cancellation);
        await using DbTransaction transaction = await Mirror.BeginAsync(connection, TransactionPurpose.Step, TimeSpan.FromSeconds(30), cancellation);
        T result = await work(transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>The rows of <see cref="Things"/> as the mirror reads them, in the order of their ids.</summary>
    public async Task<List<object?[]>> RowsAsync()
    {
        await using NpgsqlConnection connection = new(ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", Things.Columns.Select(column => Mirror.Dialect.Quote(column.Name)))} FROM {Mirror.Dialect.Qualify(Things.Name)} ORDER BY id";
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<object?[]> rows = [];
        while (await reader.ReadAsync())
            rows.Add([.. Things.Columns.Select((column, i) => Mirror.Dialect.Read(reader, i, column.Kind))]);
        return rows;
    }
}
