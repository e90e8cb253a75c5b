using System.Net;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Downloads;

/// <summary>Downloads the file of a field, with one fresh reading of the object when its URL has gone stale.</summary>
internal static class AttachmentDownload
{
    internal static async Task<DownloadedFile> RunAsync<TModel>(
        ObjectCalls<TModel> calls, TModel model, string field, string variant, Stream target, DownloadOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        options ??= new DownloadOptions();
        var downloader = new MediaDownloader(calls.Transport);
        var request = new ApiRequest(HttpMethod.Get, "", "download") { Model = TModel.Info.Name, IsTransfer = true, Options = calls.Options };
        AttachmentUrl known = AttachmentUrl.Of(model, field, variant);
        if (known.Url is { } url)
        {
            try
            {
                return await downloader.DownloadAsync(request, url, target, options, cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyApiException fault) when (fault.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                // URLs live for a time that nobody states: a refused one is read anew, once.
            }
        }
        TModel fresh = await calls.GetAsync(model.State.Id, null, cancellationToken).ConfigureAwait(false);
        AttachmentUrl now = AttachmentUrl.Of(fresh, field, variant);
        return now.Url is { } newUrl
            ? await downloader.DownloadAsync(request, newUrl, target, options, cancellationToken).ConfigureAwait(false)
            : throw Unavailable(TModel.Info.Name, field, variant, now.State);
    }

    /// <summary>Reads the object until the file of a field is there.</summary>
    internal static async Task WaitAsync<TModel>(
        ObjectCalls<TModel> calls, TModel model, string field, TimeSpan interval, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        while (true)
        {
            await calls.RefreshAsync(model, cancellationToken).ConfigureAwait(false);
            AttachmentUrl now = AttachmentUrl.Of(model, field, "original");
            if (now.IsThere) return;
            // Only a file that is still on its way is worth waiting for; a state of a newer server may become anything.
            if (now.State is null or "missing" or "untrusted") throw Unavailable(TModel.Info.Name, field, "original", now.State);
            await Task.Delay(interval, calls.Context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static JourneyApiException Unavailable(string model, string field, string variant, string? state)
        => new(state is null ? $"{model}.{field} has no file." : $"{model}.{field} has no '{variant}' to download: its state is {state}.")
        { Kind = ApiErrorKind.FileUnavailable };
}
