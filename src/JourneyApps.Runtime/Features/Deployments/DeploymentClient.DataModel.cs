using System.Net.Http.Headers;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Deployments;

/// <content>The data model.</content>
public partial class DeploymentClient
{
    /// <summary>The data model that the deployment runs (API page "Retrieve App Data Model").</summary>
    /// <param name="known">
    /// What an earlier call gave: when nothing has changed since, the server answers without a body and the same instance is returned. Null reads in any case.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<DeployedDataModel> GetDataModelAsync(DeployedDataModel? known = null, CancellationToken cancellationToken = default)
    {
        var request = new ApiRequest(HttpMethod.Get, "datamodel.json", "data model") { IfNoneMatch = known?.EntityTag };
        return Transport.SendAsync(
            request,
            response => response.IsNotModified && known is not null ? known : DataModelReader.Read(JsonParts.Root(response), EntityTag(response.Headers)),
            cancellationToken);
    }

    /// <summary>The deployed <c>schema.xml</c>, with everything that its author wrote (<c>datamodel.xml</c>, not in the official reference).</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<string> GetSchemaXmlAsync(CancellationToken cancellationToken = default)
        => Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "datamodel.xml", "schema") { Accept = "application/xml" },
            static response => WithoutMark(Encoding.UTF8.GetString(response.Body.Span)),
            cancellationToken);

    /// <summary>
    /// What differs between the data model that the deployment runs and the one that this code was generated from; empty when they fit. The order is that
    /// of this code's models.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<IReadOnlyList<DataModelDifference>> CompareDataModelAsync(CancellationToken cancellationToken = default)
        => CompareWith(await GetDataModelAsync(null, cancellationToken).ConfigureAwait(false));

    /// <summary>What differs between a data model that was read and the one that this code was generated from. Makes no call.</summary>
    /// <param name="deployed">What <see cref="GetDataModelAsync"/> gave.</param>
    public virtual IReadOnlyList<DataModelDifference> CompareWith(DeployedDataModel deployed)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        return _schema is null
            ? throw new InvalidOperationException("This was made without a schema, to be mocked.")
            : DataModelComparison.Compare(CompiledDataModel.Describe(_schema), deployed);
    }

    private static string? EntityTag(HttpResponseHeaders headers)
        => headers.TryGetValues("ETag", out IEnumerable<string>? tags) ? tags.FirstOrDefault() : null;

    private static string WithoutMark(string xml) => xml is ['\uFEFF', ..] ? xml[1..] : xml;
}
