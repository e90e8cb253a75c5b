using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Operations;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Running;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Mirroring.Verifying;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring;

/// <summary>Keeps a copy of a deployment in a SQL database: a table for each model, made from the deployed data model. It loads all objects
/// once and then follows the oplog, and it survives crashes, restarts of the database and changes of the data model. No generated code is
/// needed.</summary>
/// <example>
/// <code>
/// var mirror = new DatabaseMirror(app, new SqliteMirrorDatabase("copy.db"), new DatabaseMirrorOptions { Models = ["job", "site"] });
/// await mirror.RunAsync(stoppingToken);
/// </code>
/// </example>
public class DatabaseMirror
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and the
    /// <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string TelemetryName = MirrorMetrics.Name;

    private readonly JourneyClient? _app;
    private readonly MirrorDatabase? _database;
    private int _isRunning;

    /// <summary>Creates a mirror. Nothing is read or written before one of its methods is called.</summary>
    /// <param name="app">The client of the deployment.</param>
    /// <param name="database">The database of the copy.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public DatabaseMirror(JourneyClient app, MirrorDatabase database, DatabaseMirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(database);
        options ??= new DatabaseMirrorOptions();
        options.Check();
        Options = options;
        (_app, _database) = (app, database);
    }

    /// <summary>Creates a mirror without a database, for mocking.</summary>
    protected DatabaseMirror() => Options = new DatabaseMirrorOptions();

    /// <summary>The options.</summary>
    public virtual DatabaseMirrorOptions Options { get; }

    /// <summary>Loads the objects, and follows the oplog until it is canceled. While another worker writes to the copy, it waits and takes
    /// over when that one ends. It also waits, with growing intervals up to 1 min, while the database or the deployment cannot be
    /// reached.</summary>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    /// <exception cref="OperationCanceledException">The mirror was canceled.</exception>
    /// <exception cref="DatabaseMirrorException">The database cannot be used, for a reason that does not go away by waiting.</exception>
    /// <exception cref="JourneyApiException">A call failed, for a reason that does not go away by waiting.</exception>
    /// <exception cref="ArgumentException">The deployed data model does not have one of the models.</exception>
    /// <exception cref="InvalidOperationException">The mirror is already running.</exception>
    public virtual Task RunAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: false, cancellationToken);

    /// <summary>Does the same, but returns when the copy has all changes, or when another worker brought it there. Use it for scheduled
    /// jobs.</summary>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    /// <inheritdoc cref="RunAsync(CancellationToken)" path="/exception"/>
    public virtual Task CatchUpAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: true, cancellationToken);

    /// <summary>Reads what the mirror would do to the tables, and does nothing.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DatabaseMirrorException">The database cannot be used.</exception>
    /// <exception cref="JourneyApiException">The data model could not be read.</exception>
    public virtual async Task<MirrorPlan> PlanAsync(CancellationToken cancellationToken = default)
    {
        DataModel dataModel = await App.Deployment.GetDataModelAsync(cancellationToken).ConfigureAwait(false);
        return Database.Exists
            ? await UseAsync(store => new CopyOperations(App, store, Options, cancellationToken).PlanAsync(dataModel), cancellationToken)
                .ConfigureAwait(false)
            : Plans.OfNewCopy(dataModel, Options, Database.Dialect);
    }

    /// <summary>Reads the state of the copy from the database. It sends no request to the deployment. The rows of tables with more than
    /// 10,000 rows are estimated, so the call takes milliseconds for each model.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DatabaseMirrorException">The database cannot be used.</exception>
    public virtual Task<DatabaseMirrorStatus> GetStatusAsync(CancellationToken cancellationToken = default)
        => GetStatusAsync(countRows: false, cancellationToken);

    /// <summary>Reads the state of the copy from the database. It sends no request to the deployment.</summary>
    /// <param name="countRows">Whether the rows of large tables are counted too, which reads the tables.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DatabaseMirrorException">The database cannot be used.</exception>
    public virtual Task<DatabaseMirrorStatus> GetStatusAsync(bool countRows, CancellationToken cancellationToken = default)
        => Database.Exists
            ? UseAsync(store => new StatusReader(store, countRows, cancellationToken).ReadAsync(), cancellationToken)
            : Task.FromResult(StatusReader.NoCopy);

    /// <summary>Compares the copy with the deployment, row by row and value by value except <c>display</c>. A difference is read again
    /// before it is reported, because objects can change during the comparison. Run it while the mirror runs or right after it is up to
    /// date.</summary>
    /// <param name="progress">Receives the number of objects after each batch that was compared, by model; null if you do not need
    /// it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DatabaseMirrorException">The database has no copy, or cannot be used.</exception>
    /// <exception cref="JourneyApiException">A call failed.</exception>
    public virtual Task<MirrorVerification> VerifyAsync(
        IProgress<DatabaseMirrorProgress>? progress = null, CancellationToken cancellationToken = default)
        => UseCopyAsync(
            async store =>
            {
                DataModel dataModel = await App.Deployment.GetDataModelAsync(cancellationToken).ConfigureAwait(false);
                (CopyCatalog catalog, CopyCatalog existing) = await DroppedTables.ReadAsync(store, cancellationToken).ConfigureAwait(false);
                if (DroppedTables.Decisions(catalog, existing).FirstOrDefault() is { } dropped)
                    throw new DatabaseMirrorException(dropped.Message);
                CopyTable[] tables =
                [
                    .. dataModel.Models.Where(model => catalog.Find(model.Name) is { Phase: not null }).Select(CopyTable.Of),
                ];
                return await new CopyVerifier(App, store, progress, cancellationToken).RunAsync(tables).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Notes that models are loaded again, which the running worker does, or the next one. Equal rows are not written.</summary>
    /// <param name="models">The names of the models; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">A model is not copied.</exception>
    /// <exception cref="DatabaseMirrorException">The database has no copy, or cannot be used.</exception>
    public virtual Task ReloadAsync(IReadOnlyList<string>? models = null, CancellationToken cancellationToken = default)
        => OperateAsync(
            async operations =>
            {
                await operations.ReloadAsync(models).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    /// <summary>Drops the columns and tables that the data model no longer has. What a view, index or trigger of yours uses stays, and is
    /// among the decisions of the result.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statements that were run, and what could not be dropped.</returns>
    /// <exception cref="DatabaseMirrorException">The database has no copy, or cannot be used.</exception>
    public virtual Task<MirrorPlan> PruneAsync(CancellationToken cancellationToken = default)
        => OperateAsync(operations => operations.PruneAsync(), cancellationToken);

    /// <summary>Lets the copy belong to the deployment of this client. Otherwise, a mirror refuses the copy of another
    /// deployment.</summary>
    /// <param name="adoption">What happens to the rows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DatabaseMirrorException">A worker writes to the copy, or the database has no copy or cannot be used.</exception>
    public virtual Task AdoptAsync(MirrorAdoption adoption, CancellationToken cancellationToken = default)
        => OperateAsync(
            async operations =>
            {
                await operations.AdoptAsync(adoption).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    /// <summary>The statements that create the tables of a copy in an empty database.</summary>
    /// <param name="dataModel">The data model.</param>
    /// <param name="dialect">The SQL of the database.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="DatabaseMirrorException">A model cannot be a table.</exception>
    public static MirrorPlan CreateTables(DataModel dataModel, SqlDialect dialect, DatabaseMirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataModel);
        ArgumentNullException.ThrowIfNull(dialect);
        MirrorPlan plan = Plans.OfNewCopy(dataModel, options ?? new DatabaseMirrorOptions(), dialect);
        return plan.Decisions is [var obstacle, ..] ? throw new DatabaseMirrorException(obstacle.Message) : plan;
    }

    private JourneyClient App => _app ?? throw Mocked();

    private MirrorDatabase Database => _database ?? throw Mocked();

    private static InvalidOperationException Mocked()
        => new("This mirror was created without a database, for mocking. Mock the member that was called.");

    private async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0) throw new InvalidOperationException("The mirror is already running.");
        try
        {
            await new MirrorWorker(App, Database, Options, untilUpToDate).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private Task<T> OperateAsync<T>(Func<CopyOperations, Task<T>> work, CancellationToken cancellationToken)
        => UseCopyAsync(store => work(new CopyOperations(App, store, Options, cancellationToken)), cancellationToken);

    private async Task<T> UseCopyAsync<T>(Func<CopyStore, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!Database.Exists) throw CopyState.Missing(Database);
        return await UseAsync(
            async store =>
            {
                await CopyState.RequireAsync(store, cancellationToken).ConfigureAwait(false);
                return await work(store).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> UseAsync<T>(Func<CopyStore, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            CopyStore store = await CopyStore.OpenAsync(Database, Options.Lease, cancellationToken).ConfigureAwait(false);
            await using (store.ConfigureAwait(false)) return await work(store).ConfigureAwait(false);
        }
        catch (DbException fault)
        {
            throw DatabaseErrors.Of(Database, fault);
        }
    }
}
