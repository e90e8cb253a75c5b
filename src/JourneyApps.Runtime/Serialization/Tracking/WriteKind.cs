namespace JourneyApps.Internal.Serialization.Tracking;

/// <summary>What a write sends.</summary>
internal enum WriteKind
{
    /// <summary>Known fields of a new object.</summary>
    Create,

    /// <summary>Known fields, replacing the stored object.</summary>
    Put,

    /// <summary>Known fields that have a value, for an object that was read: the server clears absent fields.</summary>
    Replace,

    /// <summary>Changed fields.</summary>
    Update,
}
