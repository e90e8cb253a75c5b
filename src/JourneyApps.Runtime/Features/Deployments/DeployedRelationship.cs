namespace JourneyApps.Deployments;

/// <summary>A relationship of the deployed data model.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Model">The other model.</param>
/// <param name="InverseOf">The relationship's name on the other side; null when it has none there.</param>
public sealed record DeployedRelationship(string Name, string Model, string? InverseOf);
