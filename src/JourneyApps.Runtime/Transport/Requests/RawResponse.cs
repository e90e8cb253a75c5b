using System.Net;
using System.Net.Http.Headers;

namespace JourneyApps.Http;

/// <summary>A response of the API as received.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">The response's headers.</param>
/// <param name="Json">The body in UTF-8. In a callback, it is valid only until the callback returns. If <c>WithResponseAsync</c> returned
/// the response, it remains valid.</param>
public sealed record RawResponse(HttpStatusCode StatusCode, HttpResponseHeaders Headers, ReadOnlyMemory<byte> Json)
{
    /// <summary>The status and the length. The body is omitted, because it contains the user's data.</summary>
    public override string ToString() => $"{(int)StatusCode} ({Json.Length} bytes)";
}
