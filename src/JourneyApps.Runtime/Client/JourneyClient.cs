using System.Collections.Immutable;
using System.ComponentModel;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Mirroring;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Schema;
using JourneyApps.Webhooks;

namespace JourneyApps;

/// <summary>The connection to one deployment. Generated clients derive from this class and add a set for each model. Without generated
/// code, it gives access to every model by name. A client is immutable and thread-safe: create one per deployment and keep it. You can mock
/// it in tests, because its members are virtual and it has a parameterless constructor.</summary>
/// <example>
/// <code>
/// using var app = new JourneyClient(new JourneyAppOptions { BaseAddress = address, Credential = JourneyCredential.NamedToken(token) });
///
/// DataModel dataModel = await app.Deployment.GetDataModelAsync();
/// foreach (Model model in dataModel.Models)
///     Console.WriteLine($"{model.Label}: {await app.Objects(model.Name).All().CountAsync()}");
/// </code>
/// </example>
public partial class JourneyClient : IDisposable
{
    private DeploymentClient? _deployment;
    private OplogClient? _oplog;

    /// <summary>Creates a client without generated models. It uses its own connections, or the handler or factory in the options.</summary>
    /// <param name="options">The options with the deployment and the credential. They are copied.</param>
    /// <param name="dataModel">The data model that the program was written for. It determines the app-user model, and the oplog and
    /// <see cref="Deployment"/> compare it with the deployed data model. Null if no data model is known.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range.</exception>
    public JourneyClient(JourneyAppOptions options, DataModel? dataModel = null)
        : this(options, new SchemaInfo(dataModel ?? DataModel.Empty), injected: null) { }

    /// <summary>Creates a client for generated code. It uses its own connections, or the handler or factory in the options.</summary>
    /// <param name="options">The options with the deployment and the credential. They are copied.</param>
    /// <param name="schema">The compiled schema, which generated code passes.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range.</exception>
    protected JourneyClient(JourneyAppOptions options, SchemaInfo schema) : this(options, schema, injected: null) { }

    /// <summary>Creates a client for generated code with an injected <see cref="HttpClient"/>, which is not disposed and must not follow
    /// redirects.</summary>
    /// <param name="options">The options with the deployment and the credential. They are copied.</param>
    /// <param name="httpClient">Sends the requests to the API. Media files are requested with
    /// <see cref="JourneyAppOptions.MediaHttpClientProvider"/>.</param>
    /// <param name="schema">The compiled schema, which generated code passes.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range.</exception>
    protected JourneyClient(JourneyAppOptions options, HttpClient httpClient, SchemaInfo schema)
        : this(options, schema, httpClient ?? throw new ArgumentNullException(nameof(httpClient))) { }

    /// <summary>Creates a client without a deployment, for mocking.</summary>
    protected JourneyClient() => Context = ClientContext.None;

    private JourneyClient(JourneyAppOptions options, SchemaInfo schema, HttpClient? injected)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Context = new ClientContext(new ApiTransport(Settings(options, schema), injected), schema);
    }

    /// <summary>The context that generated code passes to the sets.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ClientContext Context { get; }

    /// <summary>Information about the deployment: its data model, indexes and users.</summary>
    public virtual DeploymentClient Deployment => _deployment ??= new DeploymentClient(Context);

    /// <summary>The oplog (change log) of the deployment.</summary>
    public virtual OplogClient Oplog => _oplog ??= new OplogClient(Context);

    /// <summary>Returns the objects of a model by their names in the schema, whether or not there is a generated class for the
    /// model.</summary>
    /// <param name="model">The model's name in the schema.</param>
    /// <exception cref="ArgumentException">The text cannot be the name of a model.</exception>
    public virtual JourneyRecordSet Objects(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new JourneyRecordSet(Context, model);
    }

    /// <summary>Writes any number of objects of any models, in order, with at most 1,000 per request. Memory use does not depend on the
    /// number of objects. A request contains each object at most once. If an operation on an object is not done, later operations on the
    /// same object are not attempted.</summary>
    /// <param name="operations">The operations. They are read one by one.</param>
    /// <param name="options">The options; null to send one request after another until the end of the sequence.</param>
    /// <param name="cancellationToken">Cancels the batch. The exception contains the report.</param>
    /// <returns>The result of each operation. Failed operations do not throw; see <see cref="BatchReport.ThrowIfNotDone"/>.</returns>
    /// <exception cref="BatchCanceledException">The batch was canceled. The exception contains the report.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public virtual Task<BatchReport> WriteAsync(
        IAsyncEnumerable<BatchOperation> operations, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operations);
        return new BatchRunner(Context, options ?? new BatchOptions(), cancellationToken).RunAsync(operations);
    }

    /// <inheritdoc cref="WriteAsync(IAsyncEnumerable{BatchOperation}, BatchOptions?, CancellationToken)"/>
    public virtual Task<BatchReport> WriteAsync(
        IEnumerable<BatchOperation> operations, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operations);
        return new BatchRunner(Context, options ?? new BatchOptions(), cancellationToken).RunAsync(operations);
    }

    /// <summary>Creates a mirror of models. Generated clients have a method <c>Mirror(m => m.Jobs(handler))</c>, which calls this
    /// method.</summary>
    /// <param name="models">The models with their handlers.</param>
    /// <param name="options">The options; null for a mirror without checkpoints.</param>
    /// <exception cref="ArgumentException">No model was added, or an option is out of range.</exception>
    public virtual JourneyMirror CreateMirror(MirrorBuilder models, MirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Models.Count == 0) throw new ArgumentException("A mirror needs at least one model.", nameof(models));
        options ??= new MirrorOptions();
        return new JourneyMirror(Context, new HandlerTarget([.. models.Models], options.Checkpoints), options);
    }

    /// <summary>Creates a mirror of models that are named at run time, whose objects are records. No generated code is needed, and changes
    /// of the data model do not stop the mirror.</summary>
    /// <param name="sink">Stores the copy and the checkpoint.</param>
    /// <param name="models">The models' names in the schema, in the order in which they are loaded; null for all models of the deployed
    /// data model, including those that are added later.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The list of models is empty, a name occurs twice or cannot be the name of a model, or an option
    /// is out of range or is not for sinks.</exception>
    public virtual JourneyMirror Mirror(IMirrorSink sink, IEnumerable<string>? models = null, MirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        options ??= new MirrorOptions();
        if (options.Checkpoints is not null)
            throw new ArgumentException("The sink stores the checkpoint, so MirrorOptions.Checkpoints must be null.", nameof(options));
        ImmutableArray<string>? names = models is null ? null : [.. models.Select(ApiNames.CheckModel)];
        if (names is { IsEmpty: true }) throw new ArgumentException("A mirror needs at least one model.", nameof(models));
        if (names?.GroupBy(static name => name).FirstOrDefault(static name => name.Count() > 1) is { Key: var twice })
            throw new ArgumentException($"The model '{twice}' is named twice.", nameof(models));
        return new JourneyMirror(Context, new SinkTarget(sink, names), options);
    }

    /// <summary>Creates a reader for the webhooks that the platform sends. It returns their objects as the client's generated models. This
    /// method does not send a request.</summary>
    /// <param name="secrets">The secret of the webhook. Pass several secrets while you rotate them, or if one URL receives several
    /// webhooks.</param>
    /// <exception cref="ArgumentException">No secret was passed, or a secret is empty.</exception>
    public virtual WebhookReader CreateWebhookReader(params string[] secrets) => new(Context.Schema, secrets);

    internal ApiTransport Transport => Context.Transport;

    internal SchemaInfo Schema => Context.Schema;

    /// <summary>Disposes the client's own connections. An injected client or handler is not disposed. Calls in progress and later calls
    /// fail with a <see cref="JourneyApiException"/> of the kind <see cref="ApiErrorKind.ClientDisposed"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the client's own connections.</summary>
    /// <param name="disposing">True if called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Context.IsConnected) Context.Transport.Dispose();
    }

    // The model of the app's users: from the options, otherwise from the schema.
    private static ClientSettings Settings(JourneyAppOptions options, SchemaInfo schema)
    {
        ArgumentNullException.ThrowIfNull(options);
        ClientSettings settings = options.ToSettings();
        return options.AppUserModel is null && schema.AppUserModel is { } known ? settings with { AppUserModel = known } : settings;
    }
}
