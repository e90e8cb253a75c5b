namespace JourneyApps.Deployments;

/// <summary>A model of the deployed data model.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Fields">The fields.</param>
/// <param name="BelongsTo">The belongs-to relationships.</param>
/// <param name="HasMany">The has-many relationships.</param>
public sealed record DeployedModel(
    string Name, IReadOnlyList<DeployedField> Fields, IReadOnlyList<DeployedRelationship> BelongsTo, IReadOnlyList<DeployedRelationship> HasMany)
{
    /// <summary>The label; null when the server gave none.</summary>
    public string? Label { get; init; }

    /// <summary>The format of the display text, such as <c>{make} {serial_number}</c>; null when the server gave none.</summary>
    public string? DisplayFormat { get; init; }
}
