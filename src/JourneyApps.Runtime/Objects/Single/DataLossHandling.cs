namespace JourneyApps;

/// <summary>How a replace handles members that it would clear although the caller does not know them.</summary>
public enum DataLossHandling
{
    /// <summary>Throws an <see cref="InvalidOperationException"/> that names the fields, and sends nothing.</summary>
    Refuse,

    /// <summary>Replaces the object. The server then clears the members.</summary>
    Allow,
}
