using System.Net;
using System.Net.Http.Headers;
using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>Sends a <see cref="JsonBody"/> in one attempt and records its progress.</summary>
internal sealed class BodyContent : HttpContent
{
    private readonly JsonBody _body;
    private readonly AttemptClock _clock;

    public BodyContent(JsonBody body, AttemptClock clock)
    {
        _body = body;
        _clock = clock;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Whether the connection has read the first byte; before that the server cannot have received the body.</summary>
    public bool Started { get; private set; }

    /// <summary>What reading the source of an upload threw: an error of the caller's stream, not of the connection.</summary>
    public BodySourceException? SourceFault { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Started = true;
        try
        {
            await _body.WriteToAsync(stream, _clock.Progress, cancellationToken).ConfigureAwait(false);
        }
        catch (BodySourceException fault)
        {
            SourceFault = fault;
            throw;
        }
        _clock.Progress();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length ?? 0;
        return _body.Length is not null;
    }
}
