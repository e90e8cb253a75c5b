namespace JourneyApps.Emulator;

/// <summary>A request that the emulator received.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="PathAndQuery">The path below the base URL with its query, as sent: <c>objects/job.json?limit=5</c>. The full path for other
/// URLs.</param>
/// <param name="Headers">The headers, by name in any case. <c>Authorization</c> has only its scheme.</param>
/// <param name="Body">The body as text, up to <see cref="EmulatorOptions.RecordedBodyBytes"/>; empty if there was none.</param>
/// <param name="BodyBytes">The number of bytes received.</param>
/// <param name="StatusCode">The status of the response; 0 if the connection was cut, or as long as there is no response.</param>
public sealed record RecordedRequest(
    string Method,
    string PathAndQuery,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    long BodyBytes,
    int StatusCode);
