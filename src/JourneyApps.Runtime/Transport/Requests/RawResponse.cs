using System.Net;
using System.Net.Http.Headers;

namespace JourneyApps;

/// <summary>An answer of the API as it arrived.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">The answer's headers.</param>
/// <param name="Json">The body, UTF-8; valid during the callback, or for good in a <see cref="JourneyResponse{TValue}"/>.</param>
public sealed record RawResponse(HttpStatusCode StatusCode, HttpResponseHeaders Headers, ReadOnlyMemory<byte> Json)
{
    /// <summary>The status only: the body is the user's data.</summary>
    public override string ToString() => $"{(int)StatusCode} ({Json.Length} bytes)";
}
