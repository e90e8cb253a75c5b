using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Listens on the loopback address and hands requests to the server.</summary>
internal sealed class KestrelListener : IAsyncDisposable
{
    private readonly WebApplication _application;

    private KestrelListener(WebApplication application, Uri root)
    {
        _application = application;
        Root = root;
    }

    /// <summary>The root of the server with its port.</summary>
    public Uri Root { get; }

    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<KestrelListener> StartAsync(EmulatorServer server, int port, CancellationToken cancellationToken)
    {
        // The empty builder reads no settings of the program that the emulator runs in.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        WebApplication application = builder.Build();
        application.Run(context => HandleAsync(server, context));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new KestrelListener(application, new Uri(address));
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Tests that dispose while a request hangs do not wait for it.
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(1));
        await _application.StopAsync(patience.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task HandleAsync(EmulatorServer server, HttpContext context)
    {
        try
        {
            ApiDelivery delivery = await server.HandleAsync(RequestOf(context)).ConfigureAwait(false);
            await DeliverAsync(context, delivery).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller disconnected, or the emulator stops while the request waits.
            context.Abort();
        }
        catch (RequestBodyException exception) when (exception.Cause is BadHttpRequestException bad && !context.Response.HasStarted)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (RequestBodyException)
        {
            context.Abort();
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller disconnected, so there is no response.
        }
    }

    private static ApiRequest RequestOf(HttpContext context)
    {
        HttpRequest request = context.Request;
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, StringValues values) in request.Headers) headers[name] = values.ToString();
        return new ApiRequest
        {
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            RawTarget = context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            QueryString = request.QueryString.Value ?? string.Empty,
            Headers = headers,
            Body = request.Body,
            Aborted = context.RequestAborted,
        };
    }

    private static async Task DeliverAsync(HttpContext context, ApiDelivery delivery)
    {
        if (delivery.Response is not { } response)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.StatusCode;
        foreach (KeyValuePair<string, string> header in response.Headers) context.Response.Headers.Append(header.Key, header.Value);
        if (response.ContentType is not null) context.Response.ContentType = response.ContentType;
        if (response.StatusCode != StatusCodes.Status304NotModified) context.Response.ContentLength = response.Length;

        if (delivery.PieceBytes is { } pieceBytes)
        {
            await TrickleAsync(context, delivery, pieceBytes).ConfigureAwait(false);
            return;
        }

        long left = delivery.CutAfterBytes ?? long.MaxValue;
        foreach (ReadOnlyMemory<byte> segment in response.Body)
        {
            int size = (int)Math.Min(segment.Length, left);
            await context.Response.Body.WriteAsync(segment[..size], context.RequestAborted).ConfigureAwait(false);
            left -= size;
        }

        // If a body is shorter than announced, the server sends what there is and closes the connection. An abort would reset the
        // connection and lose bytes that are not sent yet.
        if (delivery.CutAfterBytes is not null) await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task TrickleAsync(HttpContext context, ApiDelivery delivery, int pieceBytes)
    {
        // The headers first: starting the response does not send them.
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        await using DeliveryStream body = new(delivery);
        byte[] piece = new byte[pieceBytes];
        for (int read; (read = await body.ReadAsync(piece, context.RequestAborted).ConfigureAwait(false)) > 0;)
        {
            await context.Response.Body.WriteAsync(piece.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Leaves signals and the console to the program that the emulator runs in.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
