namespace JourneyApps.Emulator;

/// <summary>Which responses show members without a value as null. A client must treat absent and null the same.</summary>
public enum NullMembers
{
    /// <summary>No response.</summary>
    Never,

    /// <summary>The responses to creating, replacing and updating one object.</summary>
    InWrites,

    /// <summary>All responses.</summary>
    Always,
}
