namespace JourneyApps;

/// <summary>What a list does with an object that cannot be read (a value that its field cannot represent).</summary>
public enum UnreadableObjectHandling
{
    /// <summary>Throw <see cref="UnreadableObjectException"/>, which names model, object and field.</summary>
    Throw,

    /// <summary>Leave the object out of the items and report it in the page (<c>Page.Unreadable</c>).</summary>
    Report,
}
