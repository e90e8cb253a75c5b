using JourneyApps.Emulator.Browser;
using JourneyApps.Emulator.ChangeLog;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Users;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema;

namespace JourneyApps.Emulator;

/// <summary>
/// The Backend API v4 for one schema, in this process: for tests and first steps without an account. Safe for concurrent use.
/// </summary>
/// <example><code>
/// await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(File.ReadAllText("schema.xml"));
/// // base URL: emulator.BaseAddress, named token: emulator.Token
/// </code></example>
public sealed class JourneyEmulator : IAsyncDisposable
{
    private readonly Deployment _deployment;
    private readonly EmulatorServer _server;
    private readonly KestrelListener? _listener;
    private int _disposed;

    private JourneyEmulator(Deployment deployment, EmulatorServer server, FaultPlan faults, KestrelListener? listener)
    {
        Faults = faults;
        _deployment = deployment;
        _server = server;
        _listener = listener;
        Uri root = listener?.Root ?? new Uri("http://localhost/");
        deployment.SetRoot(root);
        BaseAddress = new Uri(root, $"/api/v4/{deployment.Options.DeploymentId}/");
    }

    /// <summary>The base URL to give to a client; it ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The named token that is accepted.</summary>
    public string Token => _deployment.Options.Token;

    /// <summary>The user name of HTTP Basic: the deployment's id.</summary>
    public string UserName => _deployment.Options.DeploymentId;

    /// <summary>The password of HTTP Basic.</summary>
    public string Password => _deployment.Options.Password;

    /// <summary>The identifier of the data model that is being served, as in <c>datamodel.json</c> and <c>oplog.json</c>.</summary>
    public string DataModelHash => _deployment.Schema.Hash;

    /// <summary>
    /// The URL that opens the data browser, once: its code is used up by the first visit. <see langword="null"/> when it was used, or when
    /// <see cref="EmulatorOptions.DataBrowser"/> is off.
    /// </summary>
    public Uri? DataBrowserUrl => _server.Browser?.Gate.Code is { } code ? new Uri(BaseAddress, $"/?code={code}") : null;

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The requests received so far, in the order of their arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _server.Requests.Snapshot();

    /// <summary>
    /// The causes of answers with status 500 that no <see cref="Faults"/> asked for: faults of the emulator itself. Empty when all is well.
    /// </summary>
    public IReadOnlyList<Exception> InternalErrors
    {
        get
        {
            lock (_server.InternalErrors) return [.. _server.InternalErrors];
        }
    }

    /// <summary>The webhooks sent so far.</summary>
    public IReadOnlyList<WebhookDelivery> WebhookDeliveries => _deployment.Webhooks?.Deliveries ?? [];

    /// <summary>Whether webhooks are still to be sent.</summary>
    public bool HasPendingWebhooks => _deployment.Webhooks?.IsBusy ?? false;

    /// <summary>The public key, as PEM, that checks <c>X-Journey-Signature-Rsa-Sha256</c>; <see langword="null"/> without webhooks.</summary>
    public string? WebhookPublicKey => _deployment.Webhooks?.PublicKey;

    /// <summary>Starts an emulator.</summary>
    /// <param name="schemaXml">The text of the app's <c>schema.xml</c>.</param>
    /// <param name="options">How to start; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, listening. Dispose it to stop it.</returns>
    /// <exception cref="EmulatorSchemaException">The schema has errors.</exception>
    /// <exception cref="EmulatorDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<JourneyEmulator> StartAsync(string schemaXml, EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemaXml);
        options ??= new EmulatorOptions();
        Deployment deployment = await DeploymentOpener.OpenAsync(schemaXml, options).ConfigureAwait(false);
        try
        {
            FaultPlan faults = new(deployment.Random, options.TimeProvider);
            EmulatorServer server = new(deployment, faults);
            KestrelListener? listener = options.Listen ? await KestrelListener.StartAsync(server, options.Port, cancellationToken).ConfigureAwait(false) : null;
            return new JourneyEmulator(deployment, server, faults, listener);
        }
        catch
        {
            await deployment.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts an emulator with a schema file and the <c>application.xml</c> in its folder.</summary>
    /// <param name="schemaPath">The path of a <c>schema.xml</c> or <c>datamodel.json</c>.</param>
    /// <param name="options">How to start; <see langword="null"/> for the defaults. Its <see cref="EmulatorOptions.SchemaOptions"/> take precedence over <c>application.xml</c>.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, listening. Dispose it to stop it.</returns>
    /// <exception cref="EmulatorSchemaException">The schema has errors.</exception>
    /// <exception cref="EmulatorDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The file cannot be read, or the port is taken.</exception>
    public static Task<JourneyEmulator> StartFromFileAsync(string schemaPath, EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemaPath);
        options ??= new EmulatorOptions();
        SchemaOptions given = options.SchemaOptions;
        SchemaOptions stated = SchemaFiles.ReadOptions(schemaPath);
        SchemaOptions merged = new() { ApiVersion = given.ApiVersion ?? stated.ApiVersion, AppUserModel = given.AppUserModel ?? stated.AppUserModel };
        return StartAsync(SchemaFiles.ReadText(schemaPath), options with { SchemaOptions = merged }, cancellationToken);
    }

    /// <summary>
    /// A handler for an <see cref="HttpClient"/> that reaches the emulator without a socket. Faults come out as the exceptions that a
    /// socket gives. It is the caller's to dispose; one handler may serve several clients.
    /// </summary>
    public HttpMessageHandler CreateHttpMessageHandler() => new EmulatorMessageHandler(_server);

    /// <summary>Forgets the requests recorded so far.</summary>
    public void ClearRequests() => _server.Requests.Clear();

    /// <summary>Serves another schema from now on, under a new hash. Requests under way end with the old one.</summary>
    /// <param name="schemaXml">The text of the new schema.</param>
    /// <param name="schemaOptions">Its API version and app-user model; <see langword="null"/> keeps those that the emulator was started with.</param>
    /// <exception cref="EmulatorSchemaException">The schema has errors; the old one is still served.</exception>
    public Task UpdateSchemaAsync(string schemaXml, SchemaOptions? schemaOptions = null) =>
        DeploymentOpener.ChangeSchemaAsync(_deployment, schemaXml, schemaOptions);

    /// <summary>Stores objects, by the API's own rules but without a request; they are in the change log like any other.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="objects">Each object as flat JSON, as in a batch: <c>{"id": "…", "name": "Depot"}</c>. An object of the id is replaced; without an id one is made.</param>
    /// <returns>The ids, in order.</returns>
    /// <exception cref="ArgumentException">The schema has no such model, or an object is not one of it; nothing is stored then.</exception>
    /// <example><code>await emulator.SeedAsync("site", """{"name":"Depot"}""", """{"name":"Yard"}""");</code></example>
    public Task<IReadOnlyList<string>> SeedAsync(string model, params IEnumerable<string> objects) => Seeding.StoreAsync(_deployment, Model(model), objects);

    /// <summary>A stored object.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="id">The object's id.</param>
    /// <returns>The object, or <see langword="null"/> when it is not there.</returns>
    /// <exception cref="ArgumentException">The schema has no such model.</exception>
    public Task<StoredObject?> FindAsync(string model, string id)
    {
        ServedModel served = Model(model);
        return _deployment.Database.ReadAsync(session => ObjectTable.Find(session, served, id) is { } row ? Stored(served, row) : null);
    }

    /// <summary>All objects of a model, in the order of their creation.</summary>
    /// <param name="model">The model's name.</param>
    /// <exception cref="ArgumentException">The schema has no such model.</exception>
    public Task<IReadOnlyList<StoredObject>> ObjectsAsync(string model)
    {
        ServedModel served = Model(model);
        ObjectQuery everything = new(null, [], int.MaxValue, 0, false);
        return _deployment.Database.ReadAsync<IReadOnlyList<StoredObject>>(
            session => [.. ObjectPager.Read(session, served, everything, "row", _deployment.Assumptions).Rows.Select(row => Stored(served, row))]);
    }

    /// <summary>The number of objects of a model.</summary>
    /// <param name="model">The model's name.</param>
    /// <exception cref="ArgumentException">The schema has no such model.</exception>
    public Task<long> CountAsync(string model)
    {
        ServedModel served = Model(model);
        return _deployment.Database.ReadAsync(session => ObjectTable.Count(session, served));
    }

    /// <summary>Puts an attachment into another state, as the platform does while a device has not sent the file yet.</summary>
    /// <param name="attachmentId">The id, as in <c>{field}_id</c>.</param>
    /// <param name="state"><c>uploaded</c>, <c>pending</c>, <c>missing</c> or <c>untrusted</c>.</param>
    /// <returns>Whether there is such an attachment.</returns>
    /// <remarks>A webhook of type <c>ready</c> that waited for the file is sent now.</remarks>
    public Task<bool> SetAttachmentStateAsync(string attachmentId, string state) => _deployment.SetAttachmentStateAsync(attachmentId, state);

    /// <summary>Enrols a device of an app user, which only a device can do on the platform.</summary>
    /// <param name="userId">The id of the user's object.</param>
    /// <param name="label">The device as people know it.</param>
    /// <returns>The session's id.</returns>
    public async Task<string> EnrolDeviceAsync(string userId, string label)
    {
        AppUserSession session = new(ObjectId.New(), userId, AppUserSession.Enrolled, _deployment.Options.TimeProvider.GetUtcNow().ToUnixTimeSeconds(), null, label);
        await _deployment.Database.WriteAsync(database =>
        {
            UserTable.Enrol(database, session);
            return session;
        }).ConfigureAwait(false);
        return session.Id;
    }

    /// <summary>Removes all but the last entries of the change log, as the platform does with old ones.</summary>
    /// <param name="keep">How many entries stay.</param>
    public Task TrimChangeLogAsync(int keep) => _deployment.Database.WriteAsync(session =>
    {
        LogTable.Trim(session, keep);
        return keep;
    });

    /// <summary>Stops listening and closes the data.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _server.Stop();
        if (_listener is not null) await _listener.DisposeAsync().ConfigureAwait(false);
        await _deployment.DisposeAsync().ConfigureAwait(false);
        _server.Dispose();
    }

    private ServedModel Model(string name) =>
        _deployment.Schema.Find(name) ?? throw new ArgumentException($"The schema has no model '{name}'.", nameof(name));

    private static StoredObject Stored(ServedModel model, StoredRow row) => new(model.Name, row.Id, DateTimeOffset.FromUnixTimeSeconds(row.UpdatedAt), row.Json);
}
