using JourneyApps.Internal.Objects.Downloads;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps;

/// <content>Files. Uploads go with writes: assign <c>Photo.FromFile(…)</c> and update.</content>
public partial class ObjectSet<TModel, TFields>
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Downloads a photo into a stream, piece by piece. The URL is fetched without credentials, over https, from the API's own domain or from
    /// <see cref="JourneyAppOptions.AllowedMediaHosts"/>; a stale URL is read anew once.
    /// </summary>
    /// <param name="model">The object; it is not changed.</param>
    /// <param name="field">Names the field.</param>
    /// <param name="variant">Which version.</param>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="AttachmentUnavailableException">The field has no such file.</exception>
    /// <exception cref="RefusedUrlException">The URL leads where this client does not go.</exception>
    /// <exception cref="JourneyApiException">It cannot be fetched; what was written until then stays written.</exception>
    public virtual Task<DownloadedFile> DownloadAsync(
        TModel model, Func<TFields, PhotoField> field, PhotoVariant variant, Stream target, DownloadOptions? options = null, CancellationToken cancellationToken = default)
        => DownloadAsync(model, Name(field), Word(variant.ToString()), target, options, cancellationToken);

    /// <summary>Downloads a signature into a stream.</summary>
    /// <inheritdoc cref="DownloadAsync(TModel, Func{TFields, PhotoField}, PhotoVariant, Stream, DownloadOptions?, CancellationToken)"/>
    public virtual Task<DownloadedFile> DownloadAsync(
        TModel model, Func<TFields, SignatureField> field, SignatureVariant variant, Stream target, DownloadOptions? options = null, CancellationToken cancellationToken = default)
        => DownloadAsync(model, Name(field), Word(variant.ToString()), target, options, cancellationToken);

    /// <summary>Downloads an attachment into a stream.</summary>
    /// <inheritdoc cref="DownloadAsync(TModel, Func{TFields, PhotoField}, PhotoVariant, Stream, DownloadOptions?, CancellationToken)"/>
    public virtual Task<DownloadedFile> DownloadAsync(
        TModel model, Func<TFields, AttachmentField> field, Stream target, DownloadOptions? options = null, CancellationToken cancellationToken = default)
        => DownloadAsync(model, Name(field), "original", target, options, cancellationToken);

    /// <summary>Downloads any variant of any field's file by their names, also variants that this library does not know.</summary>
    /// <param name="model">The object; it is not changed.</param>
    /// <param name="field">The field's schema name.</param>
    /// <param name="variant">The variant's name, such as <c>thumbnail</c>.</param>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <inheritdoc cref="DownloadAsync(TModel, Func{TFields, PhotoField}, PhotoVariant, Stream, DownloadOptions?, CancellationToken)" path="/exception"/>
    public virtual Task<DownloadedFile> DownloadAsync(
        TModel model, string field, string variant, Stream target, DownloadOptions? options = null, CancellationToken cancellationToken = default)
        => AttachmentDownload.RunAsync(Transport, model, field, variant, target, options, _options, cancellationToken);

    /// <summary>Reads an object again and again until a photo's file has arrived from the device that took it.</summary>
    /// <param name="model">The object; it is refreshed.</param>
    /// <param name="field">Names the field.</param>
    /// <param name="interval">The time between two readings; null for 5 s.</param>
    /// <param name="cancellationToken">Ends the wait; without it there is no end while the file is pending.</param>
    /// <exception cref="AttachmentUnavailableException">The field has no file, or it is lost or not trusted.</exception>
    /// <exception cref="JourneyApiException">The object cannot be read.</exception>
    public virtual Task WaitUntilUploadedAsync(TModel model, Func<TFields, PhotoField> field, TimeSpan? interval = null, CancellationToken cancellationToken = default)
        => AttachmentDownload.WaitAsync(Transport, model, Name(field), interval ?? DefaultWait, _options, cancellationToken);

    /// <summary>Reads an object again and again until a signature's file has arrived.</summary>
    /// <inheritdoc cref="WaitUntilUploadedAsync(TModel, Func{TFields, PhotoField}, TimeSpan?, CancellationToken)"/>
    public virtual Task WaitUntilUploadedAsync(TModel model, Func<TFields, SignatureField> field, TimeSpan? interval = null, CancellationToken cancellationToken = default)
        => AttachmentDownload.WaitAsync(Transport, model, Name(field), interval ?? DefaultWait, _options, cancellationToken);

    /// <summary>Reads an object again and again until an attachment's file has arrived.</summary>
    /// <inheritdoc cref="WaitUntilUploadedAsync(TModel, Func{TFields, PhotoField}, TimeSpan?, CancellationToken)"/>
    public virtual Task WaitUntilUploadedAsync(TModel model, Func<TFields, AttachmentField> field, TimeSpan? interval = null, CancellationToken cancellationToken = default)
        => AttachmentDownload.WaitAsync(Transport, model, Name(field), interval ?? DefaultWait, _options, cancellationToken);

    private static string Name<TToken>(Func<TFields, TToken> field)
        where TToken : struct, IFieldToken
    {
        ArgumentNullException.ThrowIfNull(field);
        return field(default).FieldName ?? throw new ArgumentException("A default field token names no field.", nameof(field));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The platform's words are in lower case.")]
    private static string Word(string member) => member.ToLowerInvariant();
}
