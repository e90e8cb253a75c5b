namespace JourneyApps;

/// <summary>A condition on a write.</summary>
public enum WriteCondition
{
    /// <summary>Writes the object in any case.</summary>
    Always,

    /// <summary>Reads the object again first and writes it only if its <c>updated_at</c> has not changed. The API has no conditional
    /// writes, so this reduces the risk of a lost update but does not remove it: a write by another client between the read and the write
    /// is overwritten, and <c>updated_at</c> has a precision of whole seconds.</summary>
    IfUnchanged,
}
