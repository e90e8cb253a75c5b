namespace JourneyApps.Emulator;

/// <summary>The order of a list without a sort.</summary>
public enum ListOrder
{
    /// <summary>The order in which the objects were created.</summary>
    Creation,

    /// <summary>Another order for each request. It shows that code that pages by <c>skip</c> without a sort loses objects.</summary>
    Random,
}
