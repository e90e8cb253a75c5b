using JourneyApps.Http;
using JourneyApps.Plumbing;

namespace JourneyApps;

/// <content>The change log.</content>
public abstract partial class JourneyClient
{
    private Oplog? _oplog;

    /// <summary>The deployment's change log.</summary>
    public virtual Oplog Oplog => _oplog ??= new Oplog(this);

    /// <summary>What differs between the deployed data model and this code.</summary>
    internal async Task<IReadOnlyList<DataModelDifference>> CompareDataModelAsync(CancellationToken cancellationToken)
    {
        DeployedDataModel deployed = await Transport.SendAsync(
            new ApiRequest(HttpMethod.Get, "datamodel.json", "data model"),
            static response => DataModelReader.Read(JsonParts.Root(response), null),
            cancellationToken).ConfigureAwait(false);
        return DataModelComparison.Compare(CompiledDataModel.Describe(Schema), deployed);
    }
}
