using System.Net;
using System.Text;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>Makes a server that does not compare ids as they are written: every query about ids finds everything.</summary>
internal sealed class UnorderedIds(HttpMessageHandler server) : DelegatingHandler(server)
{
    /// <summary>Called before each page of a list.</summary>
    public Func<Task> BeforePage { get; set; } = () => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains("/objects/", StringComparison.Ordinal)) await BeforePage();
        if (request.Content is not null && request.RequestUri!.AbsolutePath.EndsWith("query.json", StringComparison.Ordinal))
        {
            string body = await request.Content.ReadAsStringAsync(cancellationToken);
            body = body.Replace("id \\u003E= ?", "id != ?", StringComparison.Ordinal).Replace("id \\u003C ?", "id != ?", StringComparison.Ordinal)
                .Replace("\"limit\":10,", "\"limit\":1000,", StringComparison.Ordinal);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        response.Version = HttpVersion.Version11;
        return response;
    }
}
