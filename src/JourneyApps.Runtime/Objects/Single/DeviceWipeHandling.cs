namespace JourneyApps;

/// <summary>Whether objects of the app-user model may be deleted, which locks those users and wipes their devices.</summary>
public enum DeviceWipeHandling
{
    /// <summary>Throw an <see cref="InvalidOperationException"/> and send nothing.</summary>
    Refuse,

    /// <summary>Delete, and let the platform wipe the devices.</summary>
    Allow,
}
