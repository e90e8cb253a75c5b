using System.Net;
using System.Text.RegularExpressions;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>A request as it went out, and the answer that came over the socket.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the base URL with its query; of other addresses the path below the host.</param>
/// <param name="Sent">The request's headers, its content's included.</param>
/// <param name="Request">The request's body; empty when there was none.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Received">The answer's headers, its content's included.</param>
/// <param name="Response">The answer's body.</param>
internal sealed record Exchange(
    string Method, string Path, IReadOnlyDictionary<string, string> Sent, string Request,
    HttpStatusCode Status, IReadOnlyDictionary<string, string> Received, string Response)
{
    public bool Is(Endpoint endpoint)
        => Method == endpoint.Method && Regex.IsMatch(Path.Split('?')[0], $"^{Regex.Escape(endpoint.Path).Replace(@"\*", "[^/]+", StringComparison.Ordinal)}$");
}
