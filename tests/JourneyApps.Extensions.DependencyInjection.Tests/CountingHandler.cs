using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

/// <summary>Counts requests, in itself or in the one that counts for all.</summary>
internal sealed class CountingHandler(CountingHandler? all = null) : DelegatingHandler
{
    public int Count => Authorizations.Count;

    public List<string?> Authorizations { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (all ?? this).Authorizations.Add(request.Headers.Authorization?.ToString());
        return base.SendAsync(request, cancellationToken);
    }
}
