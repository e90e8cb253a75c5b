namespace JourneyApps.Emulator.Faults;

/// <summary>What a fault does to the response.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Replaces it with an error of the API.</summary>
    Error,

    /// <summary>Replaces it with one that the test provides.</summary>
    Response,

    /// <summary>Cuts the connection instead.</summary>
    Reset,

    /// <summary>Cuts the connection in the middle of it.</summary>
    Truncate,

    /// <summary>Sends it slowly, in pieces.</summary>
    Trickle,

    /// <summary>Fails some operations of a batch.</summary>
    Operations,
}
