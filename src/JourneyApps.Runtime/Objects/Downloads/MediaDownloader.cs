using System.Buffers;
using JourneyApps.Internal.Transport.Attempts;

namespace JourneyApps.Internal.Objects.Downloads;

/// <summary>Fetches files by URLs that work like signed links: without credentials, without cookies, following redirects itself so that
/// each target is checked.</summary>
internal sealed class MediaDownloader(ApiTransport transport)
{
    private const int MostRedirects = 5;
    private const int PieceBytes = 80 * 1024;

    private readonly ClientSettings _settings = transport.Settings;
    private readonly MediaHosts _hosts = new(transport.Settings.BaseAddress, transport.Settings.AllowedMediaHosts);

    /// <summary>Writes a file to a stream.</summary>
    /// <exception cref="JourneyApiException">It cannot be downloaded. The target keeps the bytes that were already written.</exception>
    internal async Task<(long Length, string? ContentType)> DownloadAsync(
        ApiRequest request, Uri url, Stream target, DownloadOptions options, CancellationToken cancellationToken)
    {
        RequestProgress progress = transport.NewProgress(request);
        using CancellationTokenSource expired = transport.Expiry(progress);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expired.Token);
        try
        {
            return await RetryPipeline.RunAsync(
                _settings,
                progress,
                attempt =>
                {
                    progress.Attempts++;
                    return AttemptAsync(request, url, target, options, attempt);
                },
                linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException canceled) when (expired.IsCancellationRequested)
        {
            throw ApiTransport.DeadlinePassed(request, progress, canceled);
        }
    }

    private async ValueTask<(long Length, string? ContentType)> AttemptAsync(
        ApiRequest request, Uri url, Stream target, DownloadOptions options, CancellationToken cancellationToken)
    {
        using var clock = new AttemptClock(TimeoutKind.Response, _settings.ResponseTimeout, _settings.Time, cancellationToken);
        for (int redirects = 0; ; redirects++)
        {
            _hosts.Check(url);
            using var message = new HttpRequestMessage(HttpMethod.Get, url);
            using HttpResponseMessage answer = await SendAsync(request, message, clock, cancellationToken).ConfigureAwait(false);
            if (message.RequestUri != url) _hosts.Check(message.RequestUri!);
            clock.Enter(TimeoutKind.Read, _settings.ReadTimeout);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location)
            {
                if (redirects == MostRedirects)
                    throw MediaHosts.Refused($"{request.Name} failed: the URL redirects more than {MostRedirects} times.");
                url = Uri.TryCreate(url, location, out Uri? next)
                    ? next
                    : throw MediaHosts.Refused($"{request.Name} failed: the URL redirects to something that is not a URL.");
                clock.Enter(TimeoutKind.Response, _settings.ResponseTimeout);
                continue;
            }
            if (!answer.IsSuccessStatusCode)
            {
                (string? body, bool isWhole) =
                    await BodyReader.ReadErrorAsync(answer.Content, clock, cancellationToken).ConfigureAwait(false);
                throw ResponseErrors.From(request, answer, body, isWhole, _settings.Time);
            }
            return await CopyAsync(request, answer, target, options, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        ApiRequest request, HttpRequestMessage message, AttemptClock clock, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.Clients.Media().SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, clock.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not JourneyApiException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (transport.Clients.IsDisposed) throw ConnectionErrors.Disposed(request, fault, wasSent: true);
            if (fault.InnerException is JourneyApiException refused) throw refused;
            throw ConnectionErrors.BeforeResponse(request, message.RequestUri!, fault, null, clock);
        }
    }

    private static async Task<(long Length, string? ContentType)> CopyAsync(
        ApiRequest request,
        HttpResponseMessage answer,
        Stream target,
        DownloadOptions options,
        AttemptClock clock,
        CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > options.MaxBytes) throw TooLarge(request, options);
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        long written = 0;
        try
        {
            Stream source = await OpenAsync(request, answer, clock, cancellationToken).ConfigureAwait(false);
            await using (source.ConfigureAwait(false))
            {
                while (await ReadAsync(request, source, piece, written, clock, cancellationToken).ConfigureAwait(false) is > 0 and int read)
                {
                    if (written + read > options.MaxBytes) throw TooLarge(request, options);
                    // Outside of the time limits: a slow target is the caller's own.
                    clock.Pause();
                    await target.WriteAsync(piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    written += read;
                    options.Progress?.Report(written);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
        return answer.Content.Headers.ContentLength is { } promised && promised != written
            ? throw new UnreadableResponseException($"{request.Name} failed: {written} of {promised} bytes arrived.")
            : (written, answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<Stream> OpenAsync(
        ApiRequest request, HttpResponseMessage answer, AttemptClock clock, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectionErrors.InResponse(request, fault, mediaType: null, content: null, clock);
        }
    }

    private static async ValueTask<int> ReadAsync(
        ApiRequest request, Stream source, byte[] piece, long written, AttemptClock clock, CancellationToken cancellationToken)
    {
        try
        {
            clock.Progress();
            return await source.ReadAsync(piece, clock.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What is in the caller's stream cannot be taken back, so only a transfer that has not begun is repeated.
            ApiRequest failed = written == 0 ? request : request with { Repeat = RepeatRule.OnlyWhenNotApplied };
            throw ConnectionErrors.InResponse(failed, fault, mediaType: null, content: null, clock);
        }
    }

    private static UnreadableResponseException TooLarge(ApiRequest request, DownloadOptions options)
        => new($"{request.Name} failed: the file is larger than {options.MaxBytes} bytes (DownloadOptions.MaxBytes).");
}
