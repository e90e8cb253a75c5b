namespace JourneyApps;

/// <summary>The time limits of a request (<see cref="JourneyAppOptions"/>).</summary>
public enum TimeoutKind
{
    /// <summary>One that this library did not set: the time-out of an injected <see cref="HttpClient"/>.</summary>
    HttpClient,

    /// <summary>Establishing the connection.</summary>
    Connect,

    /// <summary>From the last byte of the request to the headers of the answer, or a stall while sending.</summary>
    Response,

    /// <summary>Between two reads of the answer's body.</summary>
    Read,

    /// <summary>Over all attempts and waits.</summary>
    Deadline,
}
