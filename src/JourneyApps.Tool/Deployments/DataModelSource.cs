using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>Fetches a deployment's data model: <c>datamodel.json</c> is documented and has an entity tag, <c>datamodel.xml</c> holds everything.</summary>
internal sealed class DataModelSource(ToolClient client)
{
    private readonly ApiTransport _transport = client.Transport;

    /// <summary>Fetches <c>datamodel.json</c>; null when it is still the version of the entity tag.</summary>
    public Task<FetchedDataModel?> FetchJsonAsync(string? knownTag, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Get, "datamodel.json", "fetching the data model") { IfNoneMatch = knownTag };
        return _transport.SendAsync(
            request,
            answer => answer.IsNotModified ? null : new FetchedDataModel(answer.Body.ToArray(), answer.Headers.ETag?.ToString()),
            cancellationToken);
    }

    /// <summary>Fetches <c>datamodel.xml</c>: the schema as it was deployed. The API's documentation does not mention it.</summary>
    /// <exception cref="ToolException">This deployment does not serve it.</exception>
    public async Task<FetchedDataModel> FetchXmlAsync(CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Get, "datamodel.xml", "fetching the schema") { Accept = "application/xml" };
        try
        {
            return await _transport.SendAsync(
                request,
                static answer => new FetchedDataModel(answer.Body.ToArray(), answer.Headers.ETag?.ToString()),
                cancellationToken);
        }
        catch (JourneyApiException fault) when (fault.Kind == ApiErrorKind.RouteNotFound)
        {
            throw new ToolException("this deployment does not serve its schema as XML. Use --format json.");
        }
    }

    /// <summary>The deployed models, as <c>datamodel.json</c> gives them.</summary>
    /// <exception cref="ToolException">The answer is no data model.</exception>
    public async Task<DataModel> FetchModelsAsync(CancellationToken cancellationToken)
    {
        FetchedDataModel json = (await FetchJsonAsync(null, cancellationToken))!;
        ParsedSchema parsed = SchemaParser.Parse(SchemaFiles.Decode(json.Content));
        if (!parsed.IsSchema) throw new ToolException("the deployment's answer is not a data model.");

        // Names go into URLs: what could lead elsewhere is no name of a model.
        return parsed.DataModel with { Models = [.. parsed.DataModel.Models.Where(model => ApiNames.IsModel(model.Name))] };
    }
}
