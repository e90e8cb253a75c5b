namespace JourneyApps;

/// <summary>What is known about a write that failed.</summary>
public enum WriteOutcome
{
    /// <summary>The server did not apply the write: it rejected the request, or the request was certainly not sent (name resolution,
    /// connecting or the TLS handshake failed).</summary>
    NotApplied,

    /// <summary>The server applied the write and returned a success status, but its response could not be read.</summary>
    Applied,

    /// <summary>The write was sent, but the response is missing or does not state whether the write was applied (5xx). The write may or may
    /// not have been applied. Every write of this library can be repeated without being applied twice.</summary>
    Unknown,
}
