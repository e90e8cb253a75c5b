namespace JourneyApps;

/// <summary>What a replace does about members that it would clear unseen.</summary>
public enum DataLossHandling
{
    /// <summary>Throw an <see cref="InvalidOperationException"/> that names the fields, and send nothing.</summary>
    Refuse,

    /// <summary>Replace, and let the server clear them.</summary>
    Allow,
}
