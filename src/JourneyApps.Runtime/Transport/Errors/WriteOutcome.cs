namespace JourneyApps;

/// <summary>What is known about a write that did not end with a readable success.</summary>
public enum WriteOutcome
{
    /// <summary>
    /// The server did not apply the write: it answered with a refusal, or the request provably never left
    /// (name resolution, connecting or the TLS handshake failed).
    /// </summary>
    NotApplied,

    /// <summary>The server applied the write (it answered with a success), but its answer could not be read.</summary>
    Applied,

    /// <summary>
    /// The write was sent and there is no answer, or one that says nothing about it (a 5xx).
    /// It may or may not have been applied; every write of this library can be repeated without doubling anything.
    /// </summary>
    Unknown,
}
