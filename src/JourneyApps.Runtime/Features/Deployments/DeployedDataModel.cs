namespace JourneyApps.Deployments;

/// <summary>
/// The data model that a deployment runs (<c>datamodel.json</c>). It holds what the API tells: no media types, indexes, webhooks or notifications,
/// which only <see cref="DeploymentClient.GetSchemaXmlAsync"/> has.
/// </summary>
/// <param name="Models">The models.</param>
public sealed record DeployedDataModel(IReadOnlyList<DeployedModel> Models)
{
    /// <summary>The identifier of this data model, the same as in the change log; null when the server gave none.</summary>
    public string? Hash { get; init; }

    /// <summary>The model whose objects are the app's users; null when the server gave none.</summary>
    public string? AppUserModel { get; init; }

    /// <summary>The entity tag under which the server knows this answer; null when it gave none.</summary>
    public string? EntityTag { get; init; }

    /// <summary>The model of a name; null when there is none.</summary>
    /// <param name="name">The schema's name.</param>
    public DeployedModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);
}
