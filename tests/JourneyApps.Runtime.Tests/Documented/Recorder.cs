namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>The innermost handler of a client over real sockets; keeps what went over them.</summary>
internal sealed class Recorder(Uri baseAddress) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public List<Exchange> Exchanges { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string sent = "";
        if (request.Content is { } content)
        {
            await content.ReadAsByteArrayAsync(cancellationToken);
            sent = await content.ReadAsStringAsync(cancellationToken);
        }
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        string address = request.RequestUri!.AbsoluteUri;
        Exchanges.Add(new Exchange(
            request.Method.Method,
            address.StartsWith(baseAddress.AbsoluteUri, StringComparison.Ordinal) ? address[baseAddress.AbsoluteUri.Length..] : request.RequestUri.PathAndQuery[1..],
            Flat(request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])),
            sent,
            response.StatusCode,
            Flat(response.Headers.Concat(response.Content.Headers)),
            await response.Content.ReadAsStringAsync(cancellationToken)));
        return response;
    }

    private static Dictionary<string, string> Flat(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
        => headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}
