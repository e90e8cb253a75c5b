using JourneyApps.Internal.Objects.Downloads;

namespace JourneyApps;

/// <content>Files. Uploads go with writes: assign <c>Photo.FromFile(…)</c> and update.</content>
public partial class ObjectSet<TModel, TFields>
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    /// <summary>Downloads a file into a stream. The URL is requested over https and without credentials, from the API's own domain or from
    /// <see cref="JourneyAppOptions.AllowedMediaHosts"/>. If the URL has expired, the object is read again once to get a new one.</summary>
    /// <typeparam name="TFile">The kind of file.</typeparam>
    /// <param name="model">The object. It is not changed.</param>
    /// <param name="field">Selects the field.</param>
    /// <param name="variant">The variant to download. An attachment has only the original.</param>
    /// <param name="target">The stream to write to. It is not closed.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The number of bytes written, and the media type that the server stated, or null if it did not state one.</returns>
    /// <exception cref="JourneyApiException">The field does not have this file (<see cref="ApiErrorKind.FileUnavailable"/>).</exception>
    /// <exception cref="JourneyApiException">The URL is not allowed (<see cref="ApiErrorKind.UrlRefused"/>).</exception>
    /// <exception cref="JourneyApiException">The download failed. The target keeps the bytes that were already written.</exception>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync<TFile>(
        TModel model, Func<TFields, FileField<TFile>> field, FileVariant variant, Stream target, DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFile : AttachmentValue
        => DownloadAsync(model, Name(field), Word(variant), target, options, cancellationToken);

    /// <summary>Downloads the original of a file into a stream.</summary>
    /// <inheritdoc
    ///     cref="DownloadAsync{TFile}(TModel, Func{TFields, FileField{TFile}}, FileVariant, Stream, DownloadOptions?, CancellationToken)"/>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync<TFile>(
        TModel model, Func<TFields, FileField<TFile>> field, Stream target, DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFile : AttachmentValue
        => DownloadAsync(model, field, FileVariant.Original, target, options, cancellationToken);

    /// <summary>Downloads a file by the names of the field and the variant, including variants that this library does not define.</summary>
    /// <param name="model">The object. It is not changed.</param>
    /// <param name="field">The field's name in the schema.</param>
    /// <param name="variant">The variant's name, such as <c>thumbnail</c>.</param>
    /// <param name="target">The stream to write to. It is not closed.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <inheritdoc
    ///     cref="DownloadAsync{TFile}(TModel, Func{TFields, FileField{TFile}}, FileVariant, Stream, DownloadOptions?, CancellationToken)"
    ///     path="/exception"/>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync(
        TModel model, string field, string variant, Stream target, DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        => AttachmentDownload.RunAsync(_calls, model, field, variant, target, options, cancellationToken);

    /// <summary>Reads an object repeatedly until a device has uploaded its file.</summary>
    /// <typeparam name="TFile">The kind of file.</typeparam>
    /// <param name="model">The object. It is refreshed.</param>
    /// <param name="field">Selects the field.</param>
    /// <param name="interval">The time between two reads; null for 5 s.</param>
    /// <param name="cancellationToken">Cancels the wait. Without cancellation, it lasts as long as the file is pending.</param>
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
