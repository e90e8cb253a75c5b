namespace JourneyApps.Emulator;

/// <summary>Which answers show members without a value; a client must take absent and null alike.</summary>
public enum NullMembers
{
    /// <summary>None.</summary>
    Never,

    /// <summary>The answers to creating, replacing and updating one object.</summary>
    InWrites,

    /// <summary>All.</summary>
    Always,
}
