namespace JourneyApps.Emulator;

/// <summary>The order of a list that asks for none.</summary>
public enum ListOrder
{
    /// <summary>The order in which the objects were created.</summary>
    Creation,

    /// <summary>Another order for each request. Code that pages by <c>skip</c> without a sort then shows its losses.</summary>
    Random,
}
