using JourneyApps.Internal.Objects.Downloads;

namespace JourneyApps;

/// <content>Files. Uploads go with writes: assign <c>Photo.FromFile(…)</c> and update.</content>
public partial class ObjectSet<TModel, TFields>
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    /// <summary>Downloads a file into a stream. The URL is requested without credentials, over https, from the API's own domain or from
    /// <see cref="JourneyAppOptions.AllowedMediaHosts"/>; when it has expired, the object is read again once for a new one.</summary>
    /// <typeparam name="TFile">The kind of file.</typeparam>
    /// <param name="model">The object; it is not changed.</param>
    /// <param name="field">Names the field.</param>
    /// <param name="variant">Which version; an attachment has the original only.</param>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>How many bytes were written to the target, and the media type that the server named; null when it named none.</returns>
    /// <exception cref="JourneyApiException">The field has no such file (<see cref="ApiErrorKind.FileUnavailable"/>).</exception>
    /// <exception cref="JourneyApiException">The URL is not allowed (<see cref="ApiErrorKind.UrlRefused"/>).</exception>
    /// <exception cref="JourneyApiException">The download failed; what was written until then stays written.</exception>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync<TFile>(
        TModel model, Func<TFields, FileField<TFile>> field, FileVariant variant, Stream target, DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFile : AttachmentValue
        => DownloadAsync(model, Name(field), Word(variant), target, options, cancellationToken);

    /// <summary>Downloads a file into a stream, as it was taken, drawn or attached.</summary>
    /// <inheritdoc
    ///     cref="DownloadAsync{TFile}(TModel, Func{TFields, FileField{TFile}}, FileVariant, Stream, DownloadOptions?, CancellationToken)"/>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync<TFile>(
        TModel model, Func<TFields, FileField<TFile>> field, Stream target, DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFile : AttachmentValue
        => DownloadAsync(model, field, FileVariant.Original, target, options, cancellationToken);

    /// <summary>Downloads any variant of any field's file by their names, also variants that this library does not know.</summary>
    /// <param name="model">The object; it is not changed.</param>
    /// <param name="field">The field's schema name.</param>
    /// <param name="variant">The variant's name, such as <c>thumbnail</c>.</param>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <inheritdoc
    ///     cref="DownloadAsync{TFile}(TModel, Func{TFields, FileField{TFile}}, FileVariant, Stream, DownloadOptions?, CancellationToken)"
    ///     path="/exception"/>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync(
        TModel model, string field, string variant, Stream target, DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        => AttachmentDownload.RunAsync(_calls, model, field, variant, target, options, cancellationToken);

    /// <summary>Reads an object until its file has arrived from the device that took it.</summary>
    /// <typeparam name="TFile">The kind of file.</typeparam>
    /// <param name="model">The object; it is refreshed.</param>
    /// <param name="field">Names the field.</param>
    /// <param name="interval">The time between two readings; null for 5 s.</param>
    /// <param name="cancellationToken">Cancels the wait, which otherwise lasts as long as the file is pending.</param>
    /// <exception cref="JourneyApiException">The field has no file, or the file is lost or not trusted
    /// (<see cref="ApiErrorKind.FileUnavailable"/>).</exception>
    /// <exception cref="JourneyApiException">The object cannot be read.</exception>
    public virtual Task WaitUntilUploadedAsync<TFile>(
        TModel model, Func<TFields, FileField<TFile>> field, TimeSpan? interval = null, CancellationToken cancellationToken = default)
        where TFile : AttachmentValue
        => AttachmentDownload.WaitAsync(_calls, model, Name(field), interval ?? DefaultWait, cancellationToken);

    private static string Name<TFile>(Func<TFields, FileField<TFile>> field)
        where TFile : AttachmentValue
    {
        ArgumentNullException.ThrowIfNull(field);
        return ((IFieldToken)field(default)).FieldName
            ?? throw new ArgumentException("A default field token does not name a field.", nameof(field));
    }

    private static string Word(FileVariant variant) => variant switch
    {
        FileVariant.Thumbnail => "thumbnail",
        FileVariant.Fullscreen => "fullscreen",
        FileVariant.Original => "original",
        FileVariant.Svg => "svg",
        _ => throw new ArgumentOutOfRangeException(nameof(variant)),
    };
}
