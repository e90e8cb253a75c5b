namespace JourneyApps.Benchmarks.Mirroring;

/// <summary>Answers requests for objects from one server, and all others from the network after a time.</summary>
internal sealed class ObjectsFrom(HttpMessageHandler objects, TimeSpan latency) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _objects = new(objects, disposeHandler: false), _others = new(new SocketsHttpHandler());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.Contains("/objects/", StringComparison.Ordinal)) return await _objects.SendAsync(request, cancellationToken);
        await Task.Delay(latency, cancellationToken);
        return await _others.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _objects.Dispose();
        _others.Dispose();
        base.Dispose(disposing);
    }
}
