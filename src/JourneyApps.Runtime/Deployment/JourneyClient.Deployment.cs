using JourneyApps.Plumbing;

namespace JourneyApps;

/// <content>The deployment.</content>
public abstract partial class JourneyClient
{
    private DeploymentApi? _deployment;

    /// <summary>What the API tells about the deployment itself: data model, indexes, app users.</summary>
    public virtual DeploymentApi Deployment => _deployment ??= new DeploymentApi(Transport, Schema);
}
