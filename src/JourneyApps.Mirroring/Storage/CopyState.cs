using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Storage;

/// <summary>Reads and writes the row that says who writes to a copy.</summary>
internal static class CopyState
{
    private static readonly CopyColumnKind[] Kinds =
    [
        .. CatalogTables.State.Columns.Skip(1).Select(static column => column.Kind), CopyColumnKind.Integer, CopyColumnKind.DateTime,
    ];

    /// <summary>Whether the database has the tables of a copy.</summary>
    /// <exception cref="DatabaseMirrorException">A newer version made them.</exception>
    public static async Task<bool> ExistsAsync(CopyStore store, CancellationToken cancellationToken)
    {
        IReadOnlyList<DatabaseTable> tables = await store.Database.ReadTablesAsync(store.Connection, cancellationToken)
            .ConfigureAwait(false);
        if (!tables.Any(static table => table.Name == CatalogTables.State.Name)) return false;
        await ReadAsync(store, null, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Makes sure that the database has a copy.</summary>
    /// <exception cref="DatabaseMirrorException">It has none.</exception>
    public static async Task RequireAsync(CopyStore store, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(store, cancellationToken).ConfigureAwait(false)) throw Missing(store.Database);
    }

    /// <summary>The exception for a database without a copy.</summary>
    public static DatabaseMirrorException Missing(MirrorDatabase database)
        => new($"{database.Place} has no copy. Run the mirror first.") { Fault = DatabaseFault.NoDatabase };

    /// <summary>The statements that create the tables of the catalog.</summary>
    public static IEnumerable<SqlStatement> Create(SqlDialect dialect)
        => dialect.CreateSchema.Concat(CatalogTables.All.Select(dialect.CreateTable))
            .Concat(FileQueue.Indexes(dialect).Select(static index => index.Create));

    /// <summary>Creates the tables of the catalog, with a copy without a writer.</summary>
    public static async Task CreateAsync(CopyStore store, CancellationToken cancellationToken)
    {
        await using DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Ddl, cancellationToken).ConfigureAwait(false);
        foreach (SqlStatement statement in Create(store.Dialect))
            await store.RunAsync(transaction, statement.Text, cancellationToken).ConfigureAwait(false);
        await InsertAsync(store, transaction, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Inserts the row if it is missing.</summary>
    public static Task InsertAsync(CopyStore store, DbTransaction transaction, CancellationToken cancellationToken)
        => store.Database.InsertMissingAsync(
            transaction, CatalogTables.State, [[1L, (long)CatalogTables.Format, 0L, null, null, null, null, null, null, null]],
            cancellationToken);

    /// <summary>Reads the row; null if it is missing.</summary>
    /// <exception cref="DatabaseMirrorException">A newer version made the copy.</exception>
    public static async Task<StateRow?> ReadAsync(CopyStore store, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        string columns = string.Join(", ", CatalogTables.State.Columns.Skip(1).Select(column => store.Dialect.Quote(column.Name)));
        string now = store.Dialect.Now;
        List<object?[]> rows = await store.ReadAsync(
            transaction,
            $"SELECT {columns}, CASE WHEN lease_until >= {now} THEN 0 ELSE 1 END, {now} FROM {Table(store)} WHERE id = 1",
            Kinds, cancellationToken).ConfigureAwait(false);
        if (rows is not [var row]) return null;
        if ((long)row[0]! > CatalogTables.Format)
        {
            throw new DatabaseMirrorException(
                $"The copy in {store.Database.Place} was made by a newer version of JourneyApps.Mirroring. "
                + "Update the package or the tool.");
        }

        return new StateRow((long)row[1]!)
        {
            Owner = (string?)row[2],
            LeaseUntil = (DateTimeOffset?)row[3],
            Deployment = (string?)row[4],
            Address = (string?)row[5],
            Checkpoint = (string?)row[6],
            UpToDateAt = (DateTimeOffset?)row[7],
            Reload = (string[]?)row[8] ?? [],
            IsExpired = (long)row[9]! == 1,
            Now = (DateTimeOffset)row[10]!,
        };
    }

    /// <summary>Becomes the writer, if nothing happened since the row was read.</summary>
    public static async Task<bool> TakeAsync(
        CopyStore store, StateRow seen, string owner, DeploymentIdentity deployment, CancellationToken cancellationToken)
        => await store.RunAsync(
            null,
            $"UPDATE {Table(store)} SET version = version + 1, owner = @owner, lease_until = {store.Dialect.NowPlus("@lease")}, "
                + "deployment = @deployment, address = @address WHERE id = 1 AND version = @seen",
            cancellationToken,
            new("@owner", CopyColumnKind.Key, owner), new("@lease", CopyColumnKind.Number, store.Lease.TotalSeconds),
            new("@deployment", CopyColumnKind.Key, deployment.Id), new("@address", CopyColumnKind.Text, deployment.Address),
            new("@seen", CopyColumnKind.BigInteger, seen.Version)).ConfigureAwait(false) == 1;

    /// <summary>The first statement of each transaction of a writer. No row means that another worker is the writer.</summary>
    public static async Task<bool> FenceAsync(
        CopyStore store, DbTransaction transaction, long seen, string owner, string? checkpoint, CancellationToken cancellationToken)
    {
        DbParameterValue[] parameters =
        [
            new("@owner", CopyColumnKind.Key, owner), new("@lease", CopyColumnKind.Number, store.Lease.TotalSeconds),
            new("@seen", CopyColumnKind.BigInteger, seen),
        ];
        if (checkpoint is not null) parameters = [.. parameters, new("@checkpoint", CopyColumnKind.Text, checkpoint)];
        return await store.RunAsync(
            transaction,
            $"UPDATE {Table(store)} SET version = version + 1, lease_until = {store.Dialect.NowPlus("@lease")}"
                + (checkpoint is null ? "" : ", checkpoint = @checkpoint")
                + " WHERE id = 1 AND version = @seen AND owner = @owner",
            cancellationToken, parameters).ConfigureAwait(false) == 1;
    }

    /// <summary>Renews the lease, and says how old the newest change is that the copy may lack.</summary>
    public static async Task<bool> RenewAsync(
        CopyStore store, long seen, string owner, TimeSpan? lag, CancellationToken cancellationToken)
    {
        DbParameterValue[] parameters =
        [
            new("@owner", CopyColumnKind.Key, owner), new("@lease", CopyColumnKind.Number, store.Lease.TotalSeconds),
            new("@seen", CopyColumnKind.BigInteger, seen),
        ];
        if (lag is { } behind) parameters = [.. parameters, new("@back", CopyColumnKind.Number, -behind.TotalSeconds)];
        return await store.RunAsync(
            null,
            $"UPDATE {Table(store)} SET lease_until = {store.Dialect.NowPlus("@lease")}"
                + (lag is null ? "" : $", up_to_date_at = {store.Dialect.NowPlus("@back")}")
                + " WHERE id = 1 AND version = @seen AND owner = @owner",
            cancellationToken, parameters).ConfigureAwait(false) == 1;
    }

    /// <summary>Lets another worker take over at once.</summary>
    public static Task<int> ReleaseAsync(CopyStore store, string owner, CancellationToken cancellationToken)
        => store.RunAsync(
            null, $"UPDATE {Table(store)} SET owner = NULL, lease_until = NULL, version = version + 1 WHERE id = 1 AND owner = @owner",
            cancellationToken, new DbParameterValue("@owner", CopyColumnKind.Key, owner));

    /// <summary>Asks the writer to load models again, beside what others asked for.</summary>
    public static async Task RequestReloadAsync(CopyStore store, IReadOnlyCollection<string> models, CancellationToken cancellationToken)
    {
        await using DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Step, cancellationToken).ConfigureAwait(false);
        // Locks the row: between reading and writing, neither another request nor a step gets in.
        await store.RunAsync(transaction, $"UPDATE {Table(store)} SET reload = reload WHERE id = 1", cancellationToken)
            .ConfigureAwait(false);
        await RequestReloadAsync(store, transaction, models, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the writer to load models again. The transaction has the lock of the row.</summary>
    public static Task RequestReloadAsync(
        CopyStore store, DbTransaction transaction, IReadOnlyCollection<string> models, CancellationToken cancellationToken)
        => ChangeReloadAsync(store, transaction, asked => asked.Union(models, StringComparer.Ordinal), cancellationToken);

    /// <summary>Notes that models are loaded again from the present step on. What was asked for since they were read stays. The
    /// transaction has the lock of the row.</summary>
    public static Task FulfillReloadAsync(
        CopyStore store, DbTransaction transaction, IReadOnlyCollection<string> models, CancellationToken cancellationToken)
        => ChangeReloadAsync(store, transaction, asked => asked.Except(models, StringComparer.Ordinal), cancellationToken);

    public static string Table(CopyStore store) => store.Dialect.Qualify(CatalogTables.State.Name);

    private static async Task ChangeReloadAsync(
        CopyStore store, DbTransaction transaction, Func<string[], IEnumerable<string>> change, CancellationToken cancellationToken)
    {
        StateRow row = (await ReadAsync(store, transaction, cancellationToken).ConfigureAwait(false))!;
        string[] models = [.. change(row.Reload)];
        await store.RunAsync(
            transaction, $"UPDATE {Table(store)} SET reload = @models WHERE id = 1", cancellationToken,
            new DbParameterValue("@models", CopyColumnKind.KeyArray, models.Length == 0 ? null : models)).ConfigureAwait(false);
    }
}
