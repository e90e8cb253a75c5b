namespace JourneyApps;

/// <summary>A condition on a write.</summary>
public enum WriteCondition
{
    /// <summary>Write in any case.</summary>
    Always,

    /// <summary>
    /// Read the object again first, and write only when its <c>updated_at</c> is the one that was read. The API has no conditional write, so this
    /// narrows the race and does not close it: a write between the reading and ours is still overwritten, and <c>updated_at</c> counts whole seconds.
    /// </summary>
    IfUnchanged,
}
