using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Schema;

namespace JourneyApps.Deployments;

/// <summary>
/// The deployment itself: its data model, where it runs, its indexes. The app's users and their devices are in <see cref="Users"/>.
/// </summary>
/// <example>
/// <code>
/// IReadOnlyList&lt;DataModelChange&gt; changes = await app.Deployment.CompareDataModelAsync();
/// if (changes.Any(change => change.BreaksGeneratedCode)) return;   // refuse to start
/// </code>
/// </example>
public class DeploymentClient
{
    private readonly ClientContext _context;

    internal DeploymentClient(ClientContext context)
    {
        _context = context;
        Users = new DeploymentUsers(context);
    }

    /// <summary>For mocks.</summary>
    protected DeploymentClient() : this(ClientContext.None) { }

    /// <summary>The app's users and their devices.</summary>
    public virtual DeploymentUsers Users { get; }

    /// <summary>Where the deployment runs and who deployed last (<c>info.json</c>, not in the official reference).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<DeploymentInfo> GetInfoAsync(CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "info.json", "info"),
            static response => DeploymentReader.Info(JsonParts.Root(response)),
            cancellationToken);

    /// <summary>The database's indexes and whether they are ready (<c>indexes.json</c>, not in the official reference).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<IReadOnlyList<DeployedIndex>> GetIndexesAsync(CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "indexes.json", "indexes"),
            static response => DeploymentReader.Indexes(JsonParts.Root(response)),
            cancellationToken);

    /// <summary>The deployed data model as JSON (API page "Retrieve App Data Model").</summary>
    /// <param name="knownEntityTag">The entity tag of an earlier document: if nothing has changed since, the result is null. Null reads in
    /// any case.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The document; null when it has not changed.</returns>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<DataModelDocument?> GetDataModelJsonAsync(
        string? knownEntityTag = null, CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "datamodel.json", "data model") { IfNoneMatch = knownEntityTag },
            DataModelDocument.FromJson,
            cancellationToken);

    /// <summary>
    /// The deployed <c>schema.xml</c>, with everything that its author wrote (<c>datamodel.xml</c>, not in the official reference).
    /// </summary>
    /// <param name="knownEntityTag">The entity tag of an earlier document: if nothing has changed since, the result is null. Null reads in
    /// any case.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The document; null when it has not changed.</returns>
    /// <exception cref="JourneyApiException">The call failed; status 404 when the deployment does not serve it.</exception>
    public virtual Task<DataModelDocument?> GetDataModelXmlAsync(
        string? knownEntityTag = null, CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "datamodel.xml", "schema") { IfNoneMatch = knownEntityTag, Accept = "application/xml" },
            DataModelDocument.FromXml,
            cancellationToken);

    /// <summary>The deployed data model, parsed. Models whose names the API could not take in a URL are left out.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<DataModel> GetDataModelAsync(CancellationToken cancellationToken = default)
    {
        DataModel dataModel = (await GetDataModelJsonAsync(null, cancellationToken).ConfigureAwait(false))!.DataModel;
        return dataModel with { Models = [.. dataModel.Models.Where(static model => ApiNames.IsModel(model.Name))] };
    }

    /// <summary>
    /// Compares the data model that the client knows (the one that its code was generated from) with the deployed one. The result is empty
    /// if they fit.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<IReadOnlyList<DataModelChange>> CompareDataModelAsync(CancellationToken cancellationToken = default)
        => CompareWith(await GetDataModelAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Compares the data model that the client knows with one that was read before. Makes no call.</summary>
    /// <param name="deployed">What <see cref="GetDataModelAsync"/> returned.</param>
    public virtual IReadOnlyList<DataModelChange> CompareWith(DataModel deployed)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        return DataModelComparison.Compare(_context.Schema.DataModel, deployed, _context.Schema.Detail);
    }
}
