namespace JourneyApps.Emulator;

/// <summary>What a fault does to the answer.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Replaces it by an error of the API.</summary>
    Error,

    /// <summary>Replaces it by one that the test wrote.</summary>
    Answer,

    /// <summary>Cuts the connection instead.</summary>
    Reset,

    /// <summary>Cuts the connection in the middle of it.</summary>
    Truncate,

    /// <summary>Lets it come slowly, in pieces.</summary>
    Trickle,

    /// <summary>Fails some operations of a batch.</summary>
    Operations,
}
