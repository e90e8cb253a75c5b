namespace JourneyApps.Tool.Commands.Mirror;

/// <summary>What happens to the rows of deleted objects.</summary>
internal enum DeleteHandling
{
    /// <summary>They are deleted.</summary>
    Delete,

    /// <summary>They stay, with the time of the deletion.</summary>
    Mark,
}
