using System.ComponentModel;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>
/// What every generated client is: the way to one deployment. It is immutable and thread-safe; make one per deployment and keep it.
/// For tests it can be mocked: everything is virtual, and there is a constructor without arguments.
/// </summary>
/// <example>
/// <code>
/// using var app = new JourneyApp(new JourneyAppOptions { BaseAddress = address, Credential = JourneyCredential.NamedToken(token) });
/// </code>
/// </example>
public abstract partial class JourneyClient : IDisposable
{
    /// <summary>A client over its own connections, or over the handler or factory that the options name.</summary>
    /// <param name="options">Where and as whom; copied.</param>
    /// <param name="schema">The compiled schema; generated code gives it.</param>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    protected JourneyClient(JourneyAppOptions options, SchemaInfo schema)
        : this(options, schema, injected: null)
    {
    }

    /// <summary>
    /// A client over an injected <see cref="HttpClient"/>, which is not disposed. It must not follow redirects; credentials, retries and
    /// limits are ours.
    /// </summary>
    /// <param name="options">Where and as whom; copied.</param>
    /// <param name="httpClient">Sends the requests of the API. Media files go through <see
    /// cref="JourneyAppOptions.MediaHttpClientProvider"/>.</param>
    /// <param name="schema">The compiled schema; generated code gives it.</param>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    protected JourneyClient(JourneyAppOptions options, HttpClient httpClient, SchemaInfo schema)
        : this(options, schema, httpClient ?? throw new ArgumentNullException(nameof(httpClient)))
    {
    }

    /// <summary>A client without a deployment, to be mocked.</summary>
    protected JourneyClient() => Context = ClientContext.None;

    private JourneyClient(JourneyAppOptions options, SchemaInfo schema, HttpClient? injected)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Context = new ClientContext(new ApiTransport(Settings(options, schema), injected), schema);
    }

    /// <summary>What generated code passes to the sets.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ClientContext Context { get; }

    /// <summary>
    /// Writes any number of objects of any models, 1,000 per request at most, in order and in flat memory. An object is in a request once;
    /// after an operation on an object was not done, later ones on the same object are not attempted.
    /// </summary>
    /// <param name="operations">What to do, taken one by one.</param>
    /// <param name="options">How; null for one request after the other until the end.</param>
    /// <param name="cancellationToken">Ends the batch; what it then says is in the exception's report.</param>
    /// <returns>What became of the operations. Failed operations do not throw; see <see cref="BatchReport.ThrowIfNotDone"/>.</returns>
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

    internal ApiTransport Transport => Context.Transport;

    internal SchemaInfo Schema => Context.Schema;

    /// <summary>Lets go of the client's own connections. An injected client or handler stays its owner's.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    // What the options say, or else application.xml said when the code was generated.
    private static ClientSettings Settings(JourneyAppOptions options, SchemaInfo schema)
    {
        ArgumentNullException.ThrowIfNull(options);
        ClientSettings settings = options.ToSettings();
        return options.AppUserModel is null && schema.AppUserModel is { } known ? settings with { AppUserModel = known } : settings;
    }

    /// <summary>Lets go of the client's own connections.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Context.IsConnected) Context.Transport.Dispose();
    }
}
