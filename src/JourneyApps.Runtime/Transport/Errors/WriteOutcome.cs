namespace JourneyApps;

/// <summary>What is known about a write that failed.</summary>
public enum WriteOutcome
{
    /// <summary>The server did not apply the write: it refused the request, or the request was certainly not sent (name resolution,
    /// connecting or the TLS handshake failed).</summary>
    NotApplied,

    /// <summary>The server applied the write (success status), but its response could not be read.</summary>
    Applied,

    /// <summary>The write was sent, and the response is missing or does not tell (5xx). It may or may not have been applied; every write of
    /// this library can be repeated without being applied twice.</summary>
    Unknown,
}
