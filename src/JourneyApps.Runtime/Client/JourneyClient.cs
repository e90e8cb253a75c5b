using System.ComponentModel;
using JourneyApps.Deployments;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Schema;
using JourneyApps.Webhooks;

namespace JourneyApps;

/// <summary>
/// The connection to one deployment. Generated clients derive from it and add a set for each model; without generated code it gives access
/// to every model by name. It is immutable and thread-safe: create one per deployment and keep it. For tests it can be mocked: everything
/// is virtual, and there is a constructor without arguments.
/// </summary>
/// <example>
/// <code>
/// using var app = new JourneyClient(new JourneyAppOptions { BaseAddress = address, Credential = JourneyCredential.NamedToken(token) });
///
/// DataModel dataModel = await app.Deployment.GetDataModelAsync();
/// foreach (Model model in dataModel.Models)
///     Console.WriteLine($"{model.Label}: {await app.Objects(model.Name).All().CountAsync()}");
/// </code>
/// </example>
public class JourneyClient : IDisposable
{
    private DeploymentClient? _deployment;
    private OplogClient? _oplog;

    /// <summary>A client without generated models, over its own connections, or over the handler or factory in the options.</summary>
    /// <param name="options">The deployment and the credential; copied.</param>
    /// <param name="dataModel">
    /// The data model that the program knows: it names the model of the app's users, and the oplog and <see cref="Deployment"/> compare the
    /// deployed data
    /// model with it. Null when no data model is known.
    /// </param>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    public JourneyClient(JourneyAppOptions options, DataModel? dataModel = null)
        : this(options, new SchemaInfo(dataModel ?? DataModel.Empty), injected: null) { }

    /// <summary>A client of generated code, over its own connections, or over the handler or factory in the options.</summary>
    /// <param name="options">The deployment and the credential; copied.</param>
    /// <param name="schema">The compiled schema; generated code passes it.</param>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    protected JourneyClient(JourneyAppOptions options, SchemaInfo schema) : this(options, schema, injected: null) { }

    /// <summary>
    /// A client of generated code over an injected <see cref="HttpClient"/>, which is not disposed and must not follow redirects.
    /// </summary>
    /// <param name="options">The deployment and the credential; copied.</param>
    /// <param name="httpClient">Sends the requests of the API. Media files go through
    /// <see cref="JourneyAppOptions.MediaHttpClientProvider"/>.</param>
    /// <param name="schema">The compiled schema; generated code passes it.</param>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    protected JourneyClient(JourneyAppOptions options, HttpClient httpClient, SchemaInfo schema)
        : this(options, schema, httpClient ?? throw new ArgumentNullException(nameof(httpClient))) { }

    /// <summary>A client without a deployment, for mocking.</summary>
    protected JourneyClient() => Context = ClientContext.None;

    private JourneyClient(JourneyAppOptions options, SchemaInfo schema, HttpClient? injected)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Context = new ClientContext(new ApiTransport(Settings(options, schema), injected), schema);
    }

    /// <summary>What generated code passes to the sets.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ClientContext Context { get; }

    /// <summary>The deployment itself: data model, indexes, app users.</summary>
    public virtual DeploymentClient Deployment => _deployment ??= new DeploymentClient(Context);

    /// <summary>The oplog (change log) of the deployment.</summary>
    public virtual OplogClient Oplog => _oplog ??= new OplogClient(Context);

    /// <summary>The objects of a model by their schema names, whether or not there is a generated class for it.</summary>
    /// <param name="model">The schema's name of the model.</param>
    /// <exception cref="ArgumentException">This cannot be the name of a model.</exception>
    public virtual JourneyRecordSet Objects(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new JourneyRecordSet(Context, model);
    }

    /// <summary>
    /// Writes any number of objects of any models, 1,000 per request at most, in order and in flat memory. An object is in a request once;
    /// after an operation on an object was not done, later ones on the same object are not attempted.
    /// </summary>
    /// <param name="operations">The operations, taken one by one.</param>
    /// <param name="options">Options; null for one request after the other until the end.</param>
    /// <param name="cancellationToken">Cancels the batch; the exception has the report.</param>
    /// <returns>The result of each operation. Failed operations do not throw; see <see cref="BatchReport.ThrowIfNotDone"/>.</returns>
    /// <exception cref="BatchCanceledException">The batch was cancelled; it carries the report.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
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

    /// <summary>A mirror of models; generated clients have <c>Mirror(m => m.Jobs(handler))</c>, which calls this.</summary>
    /// <param name="models">The models with their handlers.</param>
    /// <param name="options">Options; null for a mirror without checkpoints.</param>
    /// <exception cref="ArgumentException">There is no model, or an option is out of its range.</exception>
    public virtual JourneyMirror CreateMirror(MirrorBuilder models, MirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new JourneyMirror(Context, models, options ?? new MirrorOptions());
    }

    /// <summary>
    /// A reader of the webhooks that the platform sends: their objects become the client's generated models. Makes no call.
    /// </summary>
    /// <param name="secrets">The secret of the webhook; several while one replaces the other, or if one address receives several
    /// webhooks.</param>
    /// <exception cref="ArgumentException">There is no secret, or an empty one.</exception>
    public virtual WebhookReader CreateWebhookReader(params string[] secrets) => new(Context.Schema, secrets);

    internal ApiTransport Transport => Context.Transport;

    internal SchemaInfo Schema => Context.Schema;

    /// <summary>Disposes the client's own connections. An injected client or handler is not disposed.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the client's own connections.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
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
