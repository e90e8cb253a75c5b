namespace JourneyApps.Deployments;

/// <summary>The states of a device's session.</summary>
public enum DeviceSessionState
{
    /// <summary>A word that this library does not know; <see cref="DeviceSession.StateText"/> has it.</summary>
    Other,

    /// <summary>In use (<c>ENROLLED</c>).</summary>
    Enrolled,

    /// <summary>Locked out (<c>LOCKED</c>).</summary>
    Locked,

    /// <summary>To be wiped (<c>RESET</c>).</summary>
    Reset,

    /// <summary>Never used (<c>NEVER_ENROLLED</c>, from older versions of the platform).</summary>
    NeverEnrolled,
}
