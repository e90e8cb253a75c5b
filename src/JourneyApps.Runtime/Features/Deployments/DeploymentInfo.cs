namespace JourneyApps.Deployments;

/// <summary>Information about a deployment (<c>info.json</c>). Every property can be null, because the call is not in the official
/// reference.</summary>
public sealed record DeploymentInfo
{
    /// <summary>The deployment's label.</summary>
    public string? Label { get; init; }

    /// <summary>The app's label.</summary>
    public string? AppLabel { get; init; }

    /// <summary>The app's id.</summary>
    public string? AppId { get; init; }

    /// <summary>The organization's id.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The region, such as <c>us</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The environment, such as <c>testing</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>When the app was last deployed to this deployment.</summary>
    public DateTimeOffset? LastDeployedAt { get; init; }

    /// <summary>The name of the person who deployed it.</summary>
    public string? DeployedByName { get; init; }

    /// <summary>The e-mail address of the person who deployed it.</summary>
    public string? DeployedByEmail { get; init; }

    /// <summary>The labels, region and environment, without personal data.</summary>
    public override string ToString() => $"{AppLabel} / {Label} ({Environment}, {Region})";
}
