using JourneyApps.Deployments;

namespace JourneyApps;

/// <content>The deployment.</content>
public abstract partial class JourneyClient
{
    private DeploymentClient? _deployment;

    /// <summary>What the API tells about the deployment itself: data model, indexes, app users.</summary>
    public virtual DeploymentClient Deployment => _deployment ??= new DeploymentClient(Transport, Schema);
}
