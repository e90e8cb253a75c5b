namespace JourneyApps;

/// <summary>The time limits of a request (<see cref="JourneyAppOptions"/>).</summary>
public enum TimeoutKind
{
    /// <summary>A time limit that the library did not set, such as the timeout of an injected <see cref="HttpClient"/>.</summary>
    HttpClient,

    /// <summary>The time limit for connecting.</summary>
    Connect,

    /// <summary>The time limit from the last byte of the request to the headers of the response, and between two parts while
    /// sending.</summary>
    Response,

    /// <summary>The time limit between two reads of the response's body.</summary>
    Read,

    /// <summary>The time limit for all attempts and delays.</summary>
    Deadline,
}
