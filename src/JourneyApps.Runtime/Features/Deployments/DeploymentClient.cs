using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Schema;

namespace JourneyApps.Deployments;

/// <summary>Information about the deployment: its data model, its environment and its indexes. The app's users and their devices are in
/// <see cref="Users"/>.</summary>
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

    /// <summary>Creates a client for mocking.</summary>
    protected DeploymentClient() : this(ClientContext.None) { }

    /// <summary>The base address of the API; its last part identifies the deployment.</summary>
    public virtual Uri BaseAddress => _context.Transport.Settings.BaseAddress;

    /// <summary>The app's users and their devices.</summary>
    public virtual DeploymentUsers Users { get; }

    /// <summary>Returns where the deployment runs and who deployed last (<c>info.json</c>, which is not in the official
    /// reference).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<DeploymentInfo> GetInfoAsync(CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "info.json", "info"),
            static response => DeploymentReader.Info(JsonParts.Root(response)),
            cancellationToken);

    /// <summary>Returns the database's indexes and whether they are ready (<c>indexes.json</c>, which is not in the official
    /// reference).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<IReadOnlyList<DeployedIndex>> GetIndexesAsync(CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "indexes.json", "indexes"),
            static response => DeploymentReader.Indexes(JsonParts.Root(response)),
            cancellationToken);

    /// <summary>Returns the deployed data model as JSON (API page "Retrieve App Data Model").</summary>
    /// <param name="knownEntityTag">The entity tag of an earlier document. If the data model has not changed since then, the result is
    /// null. Null to read it in any case.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The document; null if it has not changed.</returns>
    /// <exception cref="ArgumentException">The entity tag contains characters other than visible ASCII.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<DataModelDocument?> GetDataModelJsonAsync(
        string? knownEntityTag = null, CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "datamodel.json", "data model") { IfNoneMatch = Checked(knownEntityTag) },
            DataModelDocument.FromJson,
            cancellationToken);

    /// <summary>Returns the deployed <c>schema.xml</c> as its author wrote it (<c>datamodel.xml</c>, which is not in the official
    /// reference).</summary>
    /// <param name="knownEntityTag">The entity tag of an earlier document. If the data model has not changed since then, the result is
    /// null. Null to read it in any case.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The document; null if it has not changed.</returns>
    /// <exception cref="ArgumentException">The entity tag contains characters other than visible ASCII.</exception>
    /// <exception cref="JourneyApiException">The call failed. The status is 404 if the deployment does not provide the
    /// document.</exception>
    public virtual Task<DataModelDocument?> GetDataModelXmlAsync(
        string? knownEntityTag = null, CancellationToken cancellationToken = default)
        => _context.Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "datamodel.xml", "schema") { IfNoneMatch = Checked(knownEntityTag), Accept = "application/xml" },
            DataModelDocument.FromXml,
            cancellationToken);

    /// <summary>Returns the deployed data model, parsed. Models whose names cannot be part of a URL of the API are omitted.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<DataModel> GetDataModelAsync(CancellationToken cancellationToken = default)
        => Usable((await GetDataModelJsonAsync(null, cancellationToken).ConfigureAwait(false))!.DataModel);

    /// <summary>Compares the data model that the client knows (from which its code was generated) with the deployed one. The result is
    /// empty if they match.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<IReadOnlyList<DataModelChange>> CompareDataModelAsync(CancellationToken cancellationToken = default)
        => CompareWith(await GetDataModelAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Compares the data model that the client knows with one that was read before. Does not send a request.</summary>
    /// <param name="deployed">The data model that <see cref="GetDataModelAsync"/> returned.</param>
    public virtual IReadOnlyList<DataModelChange> CompareWith(DataModel deployed)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        return DataModelComparison.Compare(_context.Schema.DataModel, deployed, _context.Schema.Detail);
    }

    /// <summary>A data model without the models whose names cannot be part of a URL.</summary>
    internal static DataModel Usable(DataModel dataModel)
        => dataModel with { Models = [.. dataModel.Models.Where(static model => ApiNames.IsModel(model.Name))] };

    private static string? Checked(string? entityTag)
        => entityTag is null || DataModelDocument.IsTag(entityTag)
            ? entityTag
            : throw new ArgumentException("An entity tag is one line of visible ASCII characters; this text is not one.");
}
