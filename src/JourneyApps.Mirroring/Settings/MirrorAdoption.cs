namespace JourneyApps.Mirroring;

/// <summary>What happens to the rows of a copy that another deployment takes over.</summary>
public enum MirrorAdoption
{
    /// <summary>They stay, and the mirror resumes at its checkpoint if the oplog of the deployment has the same entry there. Use it if the
    /// deployment has another address now. Otherwise all objects are loaded again.</summary>
    Keep,

    /// <summary>They are deleted, and all objects are loaded again. Tables and what you added to them stay.</summary>
    Discard,
}
