using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Sends requests to the emulator without a socket, and turns faults into the exceptions that a socket throws.</summary>
internal sealed class EmulatorMessageHandler(EmulatorServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (server.IsStopped)
        {
            SocketException refused = new((int)SocketError.ConnectionRefused);
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"{refused.Message} ({request.RequestUri!.Authority})", refused);
        }

        // A socket sends the body before the response arrives; if reading the body fails here, sending it would fail there.
        Stream body = request.Content is null
            ? Stream.Null
            : await request.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        ApiDelivery delivery;
        try
        {
            delivery = await server.HandleAsync(RequestOf(request, body, cancellationToken)).ConfigureAwait(false);
        }
        catch (RequestBodyException exception)
        {
            // A socket has the exception of the content as the cause.
            throw new HttpRequestException(HttpRequestError.Unknown, "Error while copying content to a stream.", exception.Cause);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Reset();
        }

        return delivery.Response is { } response ? ResponseOf(request, response, new DeliveryStream(delivery)) : throw Reset();
    }

    private static ApiRequest RequestOf(HttpRequestMessage request, Stream body, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri!;
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        HttpHeaders[] sources = request.Content is null ? [request.Headers] : [request.Headers, request.Content.Headers];
        foreach ((string name, IEnumerable<string> values) in sources.SelectMany(source => source))
            headers[name] = string.Join(", ", values);
        return new ApiRequest
        {
            Method = request.Method.Method.ToUpperInvariant(),
            Path = Uri.UnescapeDataString(uri.AbsolutePath),
            RawTarget = uri.PathAndQuery,
            QueryString = uri.Query,
            Headers = headers,
            Body = body,
            Aborted = cancellationToken,
            IsInProcess = true,
        };
    }

    private static HttpResponseMessage ResponseOf(HttpRequestMessage request, ApiResponse response, Stream body)
    {
        HttpContent content = new StreamContent(body);
        content.Headers.ContentLength = response.Length;
        if (response.ContentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        HttpResponseMessage message = new((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = content };
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return message;
    }

    private static HttpRequestException Reset()
    {
        SocketException reset = new((int)SocketError.ConnectionReset);
        IOException transport = new($"Unable to read data from the transport connection: {reset.Message}.", reset);
        return new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", transport);
    }
}
