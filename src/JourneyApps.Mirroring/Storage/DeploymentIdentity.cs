namespace JourneyApps.Mirroring.Storage;

/// <summary>What tells one deployment from another: the last part of its base address.</summary>
/// <param name="Id">The id.</param>
/// <param name="Address">The base address, for messages.</param>
internal sealed record DeploymentIdentity(string Id, string Address)
{
    public static DeploymentIdentity Of(JourneyClient app)
    {
        Uri address = app.Deployment.BaseAddress;
        string[] parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new DeploymentIdentity(parts is [.., "v4", var id] ? id : address.AbsoluteUri, address.AbsoluteUri);
    }
}
