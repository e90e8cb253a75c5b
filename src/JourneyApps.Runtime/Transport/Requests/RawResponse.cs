using System.Net;
using System.Net.Http.Headers;

namespace JourneyApps.Http;

/// <summary>A response of the API as received.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">The response's headers.</param>
/// <param name="Json">The body, UTF-8; valid during the callback only, but permanently when <c>WithResponseAsync</c> returned it.</param>
public sealed record RawResponse(HttpStatusCode StatusCode, HttpResponseHeaders Headers, ReadOnlyMemory<byte> Json)
{
    /// <summary>The status and the length; the body is the user's data.</summary>
    public override string ToString() => $"{(int)StatusCode} ({Json.Length} bytes)";
}
