namespace JourneyApps;

/// <summary>The time limits of a request (<see cref="JourneyAppOptions"/>).</summary>
public enum TimeoutKind
{
    /// <summary>A limit that the library did not set: the timeout of an injected <see cref="HttpClient"/>.</summary>
    HttpClient,

    /// <summary>Establishing the connection.</summary>
    Connect,

    /// <summary>From the last byte of the request to the headers of the response, or between two pieces while sending.</summary>
    Response,

    /// <summary>Between two reads of the response's body.</summary>
    Read,

    /// <summary>Over all attempts and waits.</summary>
    Deadline,
}
