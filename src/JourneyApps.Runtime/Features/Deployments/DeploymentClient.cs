using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Deployments;

/// <summary>
/// What the API tells about the deployment itself: its data model, where it runs, its indexes. The app's users and their devices are in
/// <see cref="Users"/>.
/// </summary>
/// <example>
/// <code>
/// IReadOnlyList&lt;DataModelDifference&gt; drift = await app.Deployment.CompareDataModelAsync();
/// if (drift.Any(difference => difference.IsBreaking)) return;   // refuse to start
/// </code>
/// </example>
public partial class DeploymentClient
{
    private readonly ApiTransport? _transport;
    private readonly SchemaInfo? _schema;

    internal DeploymentClient(ApiTransport transport, SchemaInfo schema)
    {
        _transport = transport;
        _schema = schema;
        Users = new DeploymentUsers(transport);
    }

    /// <summary>For mocks.</summary>
    protected DeploymentClient() => Users = null!;

    /// <summary>The app's users and their devices.</summary>
    public virtual DeploymentUsers Users { get; }

    private ApiTransport Transport => _transport ?? throw new InvalidOperationException("This was made without a deployment, to be mocked; the member that was called is not mocked.");

    /// <summary>Where the deployment runs and who deployed last (<c>info.json</c>, not in the official reference).</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<DeploymentInfo> GetInfoAsync(CancellationToken cancellationToken = default)
        => Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "info.json", "info"), static response => DeploymentReader.Info(JsonParts.Root(response)), cancellationToken);

    /// <summary>The database's indexes and whether they are ready (<c>indexes.json</c>, not in the official reference).</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<IReadOnlyList<DeployedIndex>> GetIndexesAsync(CancellationToken cancellationToken = default)
        => Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "indexes.json", "indexes"), static response => DeploymentReader.Indexes(JsonParts.Root(response)), cancellationToken);
}
