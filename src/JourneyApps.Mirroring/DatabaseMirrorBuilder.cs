namespace JourneyApps.Mirroring;

/// <summary>Describes a <see cref="DatabaseMirror"/>. Packages of databases add a method for theirs, such as <c>UseSqlite</c> or
/// <c>UsePostgreSql</c>.</summary>
/// <example>
/// <code>
/// DatabaseMirror mirror = new DatabaseMirrorBuilder().UseSqlite("copy.db").Models("job", "site").MarkDeletes().Build(app);
/// </code>
/// </example>
public sealed class DatabaseMirrorBuilder
{
    private MirrorDatabase? _database;

    /// <summary>The options so far.</summary>
    public DatabaseMirrorOptions Options { get; private set; } = new();

    /// <summary>Sets the database. For methods of packages, such as <c>UseSqlite</c>.</summary>
    /// <param name="database">The database.</param>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder UseDatabase(MirrorDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        return this;
    }

    /// <summary>Copies models. They are loaded in this order.</summary>
    /// <param name="models">Their names in the schema.</param>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder Models(params string[] models) => Set(Options with { Models = models });

    /// <summary>Copies all models of the deployment, including those that are added later. This is the default.</summary>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder AllModels() => Set(Options with { Models = null });

    /// <summary>Keeps the rows of deleted objects, with the time in <c>_deleted_at</c>.</summary>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder MarkDeletes() => Set(Options with { MarkDeletes = true });

    /// <summary>Keeps every change of models in a table of versions.</summary>
    /// <param name="models">Their names in the schema.</param>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder History(params string[] models) => Set(Options with { History = models });

    /// <summary>Stores the files of photos, signatures and attachments in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder Files(string folder) => Set(Options with { Files = new MirrorFileOptions(folder) });

    /// <summary>Sets which changes of tables the mirror makes.</summary>
    /// <param name="ddl">Which changes.</param>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder Ddl(MirrorDdl ddl) => Set(Options with { Ddl = ddl });

    /// <summary>Changes options without a separate method.</summary>
    /// <param name="change">Returns the changed options.</param>
    /// <returns>This builder.</returns>
    public DatabaseMirrorBuilder Configure(Func<DatabaseMirrorOptions, DatabaseMirrorOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Set(change(Options));
    }

    /// <summary>Creates the mirror.</summary>
    /// <param name="app">The client of the deployment.</param>
    /// <exception cref="InvalidOperationException">No database was set.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public DatabaseMirror Build(JourneyClient app) => new(
        app,
        _database ?? throw new InvalidOperationException(
            "The mirror has no database. Call a method such as UseSqlite or UsePostgreSql, which the package of the database has."),
        Options);

    private DatabaseMirrorBuilder Set(DatabaseMirrorOptions options)
    {
        Options = options;
        return this;
    }
}
