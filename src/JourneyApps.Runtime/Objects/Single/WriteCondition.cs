namespace JourneyApps;

/// <summary>A condition on a write.</summary>
public enum WriteCondition
{
    /// <summary>Write in any case.</summary>
    Always,

    /// <summary>Read the object again first, and write only when its <c>updated_at</c> is the one that was read. The API has no conditional
    /// write: this makes the race shorter and does not remove it. A write between that reading and this one is overwritten, and
    /// <c>updated_at</c> has whole seconds.</summary>
    IfUnchanged,
}
