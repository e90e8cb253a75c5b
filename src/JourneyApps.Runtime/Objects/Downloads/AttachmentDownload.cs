using System.Net;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Transport.Attempts;

namespace JourneyApps.Internal.Objects.Downloads;

/// <summary>Downloads the file of a field. When its URL has expired, the object is read once for a new one.</summary>
internal static class AttachmentDownload
{
    /// <summary>Downloads a file of a generated model.</summary>
    internal static Task<(long Length, string? ContentType)> RunAsync<TModel>(
        ObjectCalls<TModel> calls, TModel model, string field, string variant, Stream target, DownloadOptions? options,
        CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return RunAsync(
            calls, model.State.Id, AttachmentUrl.Of(model, field, variant), fresh => AttachmentUrl.Of(fresh, field, variant),
            $"{calls.Model}.{field}", target, options, cancellationToken);
    }

    /// <summary>Downloads a file of a record.</summary>
    internal static Task<(long Length, string? ContentType)> RunAsync(
        ObjectCalls<JourneyRecord> calls, JourneyRecord record, string field, string variant, Stream target, DownloadOptions? options,
        CancellationToken cancellationToken)
        => RunAsync(
            calls, record.Id, AttachmentUrl.Of(record, field, variant), fresh => AttachmentUrl.Of(fresh, field, variant),
            $"{calls.Model}.{field}", target, options, cancellationToken);

    private static async Task<(long Length, string? ContentType)> RunAsync<T>(
        ObjectCalls<T> calls, string id, AttachmentUrl known, Func<T, AttachmentUrl> urlOf,
        string name, Stream target, DownloadOptions? options, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(target);
        options ??= new DownloadOptions();
        var downloader = new MediaDownloader(calls.Transport);
        var request = new ApiRequest(HttpMethod.Get, "", "download") { Model = calls.Model, IsTransfer = true, Options = calls.Options };
        if (known.Url is { } url)
        {
            try
            {
                return await downloader.DownloadAsync(request, url, target, options, cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyApiException fault) when (fault.StatusCode is
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                // URLs expire after an unknown time: read the object once for a new one.
            }
        }
        AttachmentUrl now = urlOf(await calls.GetAsync(id, null, cancellationToken).ConfigureAwait(false));
        if (known.FileId is not null && now.FileId != known.FileId)
            throw new JourneyApiException($"{name} now has a different file.") { Kind = ApiErrorKind.FileUnavailable };
        return now.Url is { } newUrl
            ? await downloader.DownloadAsync(request, newUrl, target, options, cancellationToken).ConfigureAwait(false)
            : throw Unavailable(name, now);
    }

    /// <summary>Reads the object until the file of a field is there.</summary>
    internal static async Task WaitAsync<TModel>(
        ObjectCalls<TModel> calls, TModel model, string field, TimeSpan interval, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        TimeLimit.CheckWait(interval, nameof(interval), TimeSpan.Zero);
        while (true)
        {
            await calls.RefreshAsync(model, cancellationToken).ConfigureAwait(false);
            var now = AttachmentUrl.Of(model, field, "original");
            if (now.IsThere) return;
            // Wait only for a file that can still arrive; a state that is not known may change to anything.
            if (now.State is null or "missing" or "untrusted") throw Unavailable($"{calls.Model}.{field}", now);
            await Task.Delay(interval, calls.Context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static JourneyApiException Unavailable(string name, AttachmentUrl url)
        => new(url.State is null ? $"{name} has no file." : $"{name} has no '{url.Variant}' to download: its state is {url.State}.")
        { Kind = ApiErrorKind.FileUnavailable };
}
