namespace JourneyApps.Emulator;

/// <summary>A request that the emulator received.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="PathAndQuery">The path below the base URL with its query, as sent: <c>objects/job.json?limit=5</c>. For other URLs the whole path.</param>
/// <param name="Headers">The headers, by name in any case. Of <c>Authorization</c> only the scheme is kept.</param>
/// <param name="Body">The body as text, as far as <see cref="EmulatorOptions.RecordedBodyBytes"/> goes; empty when there was none.</param>
/// <param name="BodyBytes">The length of the whole body as it was received.</param>
/// <param name="StatusCode">The status that was answered; 0 when the connection was cut instead or the answer is still to come.</param>
public sealed record RecordedRequest(
    string Method,
    string PathAndQuery,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    long BodyBytes,
    int StatusCode);
