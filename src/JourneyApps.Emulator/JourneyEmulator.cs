using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Oplog;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Users;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator;

/// <summary>The Backend API v4 of a schema in this process, for tests and first steps without an account. Thread-safe.</summary>
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
        deployment.Media.Root = root.GetLeftPart(UriPartial.Authority);
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

    /// <summary>The URL that opens the data browser once; <see langword="null"/> after use and without a data browser.</summary>
    public Uri? DataBrowserUrl => _server.Browser?.Gate.Code is { } code ? new Uri(BaseAddress, $"/?code={code}") : null;

    /// <summary>The faults to inject.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The requests received so far, in the order of their arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _server.Requests.Snapshot();

    /// <summary>The exceptions of responses with status 500 that no fault requested: defects of the emulator. Usually empty.</summary>
    public IReadOnlyList<Exception> InternalErrors
    {
        get
        {
            lock (_server.InternalErrors) return [.. _server.InternalErrors];
        }
    }

    /// <summary>The webhooks sent so far.</summary>
    public IReadOnlyList<WebhookDelivery> WebhookDeliveries => _deployment.Webhooks?.Deliveries ?? [];

    /// <summary>Whether webhooks are waiting to be sent.</summary>
    public bool HasPendingWebhooks => _deployment.Webhooks?.IsBusy ?? false;

    /// <summary>The public key as PEM for <c>X-Journey-Signature-Rsa-Sha256</c>; <see langword="null"/> without webhooks.</summary>
    public string? WebhookPublicKey => _deployment.Webhooks?.PublicKey;

    /// <summary>Starts an emulator.</summary>
    /// <param name="schemaXml">The text of the app's <c>schema.xml</c>.</param>
    /// <param name="options">How to start; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, listening. Dispose it to stop it.</returns>
    /// <exception cref="EmulatorSchemaException">The schema has errors.</exception>
    /// <exception cref="EmulatorDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<JourneyEmulator> StartAsync(
        string schemaXml, EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemaXml);
        options ??= new EmulatorOptions();
        Deployment deployment = await DeploymentOpener.OpenAsync(schemaXml, options).ConfigureAwait(false);
        try
        {
            FaultPlan faults = new(options.Seed, options.TimeProvider);
            if (options.RateLimit is { } limit) faults.LimitRate(limit.RequestsPerSecond, limit.Burst);
            EmulatorServer server = new(deployment, faults);
            KestrelListener? listener = options.Listen
                ? await KestrelListener.StartAsync(server, options.Port, cancellationToken).ConfigureAwait(false)
                : null;
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
    /// <param name="options">How to start; <see cref="EmulatorOptions.SchemaOptions"/> take precedence over <c>application.xml</c>.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, listening. Dispose it to stop it.</returns>
    /// <exception cref="EmulatorSchemaException">The schema has errors.</exception>
    /// <exception cref="EmulatorDataException">The data file cannot be used.</exception>
    /// <exception cref="IOException">The file cannot be read, or the port is taken.</exception>
    public static Task<JourneyEmulator> StartFromFileAsync(
        string schemaPath, EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemaPath);
        options ??= new EmulatorOptions();
        SchemaOptions given = options.SchemaOptions;
        SchemaOptions stated = SchemaFiles.ReadOptions(schemaPath);
        options = options with
        {
            SchemaOptions = stated with
            {
                ApiVersion = given.ApiVersion ?? stated.ApiVersion,
                AppUserModel = given.AppUserModel ?? stated.AppUserModel,
            },
        };
        return StartAsync(SchemaFiles.ReadText(schemaPath), options, cancellationToken);
    }

    /// <summary>Creates a handler for an <see cref="HttpClient"/> that reaches the emulator without a socket. Faults become the exceptions
    /// that a socket throws. The caller disposes it; several clients can share it.</summary>
    public HttpMessageHandler CreateHttpMessageHandler() => new EmulatorMessageHandler(_server);

    /// <summary>Forgets the requests recorded so far.</summary>
    public void ClearRequests() => _server.Requests.Clear();

    /// <summary>Replaces the schema, which gets a new hash. Requests that have started use the old one.</summary>
    /// <param name="schemaXml">The text of the new schema.</param>
    /// <param name="schemaOptions">Its API version and app-user model; <see langword="null"/> keeps those of the start.</param>
    /// <exception cref="EmulatorSchemaException">The schema has errors; the old one is still served.</exception>
    public Task UpdateSchemaAsync(string schemaXml, SchemaOptions? schemaOptions = null)
        => DeploymentOpener.ChangeSchemaAsync(_deployment, schemaXml, schemaOptions);

    /// <summary>Stores objects by the rules of the API, but without a request. The oplog has entries for them.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="objects">Each object as flat JSON, as in a batch: <c>{"id": "…", "name": "Depot"}</c>. An object with the same id is
    /// replaced; without an id one is assigned. A <c>type</c> must be the model's name.</param>
    /// <returns>The ids, in order.</returns>
    /// <exception cref="ArgumentException">The schema has no such model, or an object does not fit it; nothing is stored.</exception>
    /// <example><code>await emulator.SeedAsync("site", """{"name":"Depot"}""", """{"name":"Yard"}""");</code></example>
    public async Task<IReadOnlyList<string>> SeedAsync(string model, params IEnumerable<string> objects)
    {
        ServedModel served = Model(model);
        try
        {
            return await _deployment.WriteAsync<List<string>>(
                _deployment.Schema,
                null,
                (writer, _) => [.. objects.Select(json => Seed(writer, served, json))],
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ApiException or JsonException)
        {
            throw new ArgumentException(exception.Message, nameof(objects), exception);
        }
    }

    /// <summary>A stored object.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="id">The object's id.</param>
    /// <returns>The object; <see langword="null"/> if it does not exist.</returns>
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
            session =>
            {
                ObjectPage page = ObjectPager.Read(session, served, everything, "row", _deployment.Assumptions);
                return [.. page.Rows.Select(row => Stored(served, row))];
            });
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
    /// <returns>Whether the attachment exists.</returns>
    /// <remarks>Webhooks of type <c>ready</c> that wait for the file are sent.</remarks>
    public Task<bool> SetAttachmentStateAsync(string attachmentId, string state)
        => _deployment.SetAttachmentStateAsync(attachmentId, state);

    /// <summary>Enrols a device of an app user. On the platform only a device can do this.</summary>
    /// <param name="userId">The id of the user's object.</param>
    /// <param name="label">The name of the device.</param>
    /// <returns>The session's id.</returns>
    public async Task<string> EnrolDeviceAsync(string userId, string label)
    {
        long now = _deployment.Options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        AppUserSession session = new(ObjectId.New(), userId, AppUserSession.Enrolled, now, null, label);
        await _deployment.Database.WriteAsync(database =>
        {
            UserTable.Enrol(database, session);
            return session;
        }).ConfigureAwait(false);
        return session.Id;
    }

    /// <summary>Removes all but the last entries of the oplog, as the platform removes old entries.</summary>
    /// <param name="keep">The number of entries to keep.</param>
    public Task TrimOplogAsync(int keep) => _deployment.Database.WriteAsync(session =>
    {
        OplogTable.Trim(session, keep);
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

    private ServedModel Model(string name)
        => _deployment.Schema.Find(name) ?? throw new ArgumentException($"The schema has no model '{name}'.", nameof(name));

    private static StoredObject Stored(ServedModel model, StoredRow row)
        => new(model.Name, row.Id, DateTimeOffset.FromUnixTimeSeconds(row.UpdatedAt), row.Json);

    private static string Seed(ObjectWriter writer, ServedModel model, string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement values = document.RootElement;
        if (values.ValueKind != JsonValueKind.Object) throw ApiException.InvalidRequest("An object is expected.");
        if (JsonText.Of(values, "type") is { } type && type != model.Name && model.Find("type") is null)
            throw ApiException.InvalidRequest($"The object has the type '{type}', not '{model.Name}'.");
        return JsonText.Of(values, "id") is { } id ? writer.Put(model, id, values, out _).Id : writer.Create(model, null, values).Id;
    }
}
