namespace JourneyApps;

/// <summary>Whether objects of the app-user model can be deleted, which locks those users and wipes their devices.</summary>
public enum DeviceWipeHandling
{
    /// <summary>Throws an <see cref="InvalidOperationException"/> and sends nothing.</summary>
    Refuse,

    /// <summary>Deletes the objects. The platform then wipes the devices.</summary>
    Allow,
}
