using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>Prepares a copy for a worker: creates the catalog where it is missing, and refuses a copy that the worker must not write
/// to.</summary>
internal sealed class CopyPreparation(CopyStore store, DatabaseMirrorOptions options, DeploymentIdentity deployment)
{
    private MirrorDatabase Database => store.Database;

    /// <summary>Creates the catalog unless it exists.</summary>
    /// <exception cref="DatabaseMirrorException">The mirror must not or cannot create it.</exception>
    public async Task CreateIfMissingAsync(CancellationToken cancellationToken)
    {
        if (await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false)) return;
        string[] statements = [.. CopyState.Create(store.Dialect).Select(static statement => statement.Text)];
        if (options.Ddl == MirrorDdl.None)
        {
            throw new DatabaseMirrorException(
                $"{Database.Place} has no copy yet, and the mirror must not create tables. Let an administrator run the "
                + "statements, or run the mirror once with Ddl.Additive.")
            {
                Fault = DatabaseFault.NoRights,
                Statements = statements,
            };
        }

        try
        {
            await CopyState.CreateAsync(store, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException fault) when (Database.Classify(fault) == DatabaseFault.AlreadyExists)
        {
            // Another worker was faster.
        }
        catch (DbException fault) when (!DatabaseErrors.IsTemporary(Database, fault))
        {
            throw DatabaseErrors.Of(Database, fault, [.. statements, .. DatabaseErrors.RightsFor(Database, fault)]);
        }
    }

    /// <summary>Reads the state of the copy.</summary>
    /// <exception cref="DatabaseMirrorException">The copy is of a newer version of the package, or of another deployment.</exception>
    public async Task<StateRow> ReadAsync(CancellationToken cancellationToken)
    {
        StateRow row = await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false)
            ?? await InsertAsync(cancellationToken).ConfigureAwait(false);
        if (row.Deployment is null || row.Deployment == deployment.Id) return row;
        throw new DatabaseMirrorException(
            $"{Database.Place} has a copy of another deployment, {row.Address}, and this client is connected to "
            + $"{deployment.Address}. Use another database, or let the copy belong to this deployment with 'adopt'.");
    }

    // The row is missing if an administrator ran the statements that create the tables.
    private async Task<StateRow> InsertAsync(CancellationToken cancellationToken)
    {
        await using (DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Step, cancellationToken).ConfigureAwait(false))
        {
            await CopyState.InsertAsync(store, transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return (await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false))!;
    }
}
