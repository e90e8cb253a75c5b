using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>Makes a server that does not compare ids as they are written: every query about ids finds everything.</summary>
internal sealed class UnorderedIds(HttpMessageHandler server) : DelegatingHandler(server)
{
    /// <summary>Called before each page of a list.</summary>
    public Func<Task> BeforePage { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether it also ignores positions in lists, so that every page is the first one.</summary>
    public bool IgnoresSkip { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains("/objects/", StringComparison.Ordinal)) await BeforePage();
        Uri asked = request.RequestUri!;
        if (IgnoresSkip && request.RequestUri!.Query.Contains("skip=", StringComparison.Ordinal))
            request.RequestUri = new Uri(Regex.Replace(request.RequestUri.ToString(), "skip=[0-9]+", "skip=0"));
        if (request.Content is not null && request.RequestUri!.AbsolutePath.EndsWith("query.json", StringComparison.Ordinal))
        {
            string body = await request.Content.ReadAsStringAsync(cancellationToken);
            body = body.Replace("id \\u003E= ?", "id != ?", StringComparison.Ordinal).Replace("id \\u003C ?", "id != ?", StringComparison.Ordinal)
                .Replace("\"limit\":10,", "\"limit\":1000,", StringComparison.Ordinal);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        // Another address would be a redirect that was followed.
        request.RequestUri = asked;
        response.Version = HttpVersion.Version11;
        return response;
    }
}
