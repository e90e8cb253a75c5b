using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text;
using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps;

/// <summary>The value of a photo, signature or attachment field: a file on the server, or a file that is uploaded with the next
/// write.</summary>
/// <remarks>The value is immutable. After its object was written, the server's reference replaces an upload. If you assign an attachment of
/// another object, both objects link to the same file. URLs contain a signature and need no credential; see the platform's pages on
/// attachments.</remarks>
[DataContract]
[DebuggerDisplay("{ToString(),nq}")]
public abstract class AttachmentValue
{
    private string? _stateText;

    // As received, in UTF-8: a page can contain thousands of URLs, and few are ever used.
    private byte[]? _thumbnail;
    private byte[]? _fullscreen;
    private byte[]? _original;
    private Dictionary<string, byte[]>? _otherUrls;

    private protected AttachmentValue(string? id, string? state, IReadOnlyDictionary<string, string>? urls)
    {
        Id = id;
        _stateText = state;
        if (urls is null) return;

        foreach ((string variant, string url) in urls)
            SetUrl(variant, Encoding.UTF8.GetBytes(url));
    }

    private protected AttachmentValue(UploadSource upload)
    {
        Upload = upload;
        _stateText = AttachmentStates.Upload;
    }

    /// <summary>The attachment's id; null for an upload.</summary>
    [DataMember(Name = "id")]
    public string? Id { get; internal set; }

    /// <summary>The state of the file.</summary>
    public AttachmentState State => AttachmentStates.Parse(StateText);

    /// <summary>The name of the state on the server, including states that this code does not know.</summary>
    [DataMember(Name = "state")]
    public string? StateText
    {
        get => Upload is { IsUsedUp: true } && _stateText == AttachmentStates.Upload ? AttachmentStates.Spent : _stateText;
        internal set => _stateText = value;
    }

    /// <summary>All URLs by variant, such as <c>original</c>, including variants that this code does not know. Empty unless
    /// uploaded.</summary>
    [DataMember(Name = "urls")]
    public IReadOnlyDictionary<string, string> Urls
    {
        get
        {
            Dictionary<string, string> urls = new(StringComparer.Ordinal);
            Add(urls, AttachmentUrls.Thumbnail, _thumbnail);
            Add(urls, AttachmentUrls.Fullscreen, _fullscreen);
            Add(urls, AttachmentUrls.Original, _original);
            foreach ((string variant, byte[] url) in _otherUrls ?? [])
                Add(urls, variant, url);
            return urls;
        }
    }

    /// <summary>The URL of the original file; null unless <see cref="State"/> is <see cref="AttachmentState.Uploaded"/>.</summary>
    public string? OriginalUrl => Text(_original);

    /// <summary>The upload's content; null for a file on the server.</summary>
    internal UploadSource? Upload { get; }

    private protected string? Thumbnail => Text(_thumbnail);

    private protected string? Fullscreen => Text(_fullscreen);

    /// <summary>Returns the URL of a variant, or null if the server did not send one.</summary>
    /// <param name="variant">The name of the variant, such as <c>thumbnail</c>.</param>
    /// <returns>An absolute URL.</returns>
    public string? UrlOf(string variant) => Text(variant switch
    {
        AttachmentUrls.Thumbnail => _thumbnail,
        AttachmentUrls.Fullscreen => _fullscreen,
        AttachmentUrls.Original => _original,
        _ => _otherUrls?.GetValueOrDefault(variant),
    });

    /// <summary>A short text for display. It never contains a URL, because URLs work like credentials.</summary>
    /// <returns>The text, such as <c>Photo 42059e2e-… (uploaded)</c>.</returns>
    public override string ToString()
        => Upload is null ? $"{GetType().Name} {Id} ({StateText})" : $"{GetType().Name} {Upload.FileName} ({State})";

    /// <summary>Clears everything but the id: the last of repeated members counts.</summary>
    internal void ClearFile()
    {
        _stateText = null;
        _thumbnail = _fullscreen = _original = null;
        _otherUrls = null;
    }

    internal void SetUrl(string variant, byte[] url)
    {
        switch (variant)
        {
            case AttachmentUrls.Thumbnail: _thumbnail = url; break;
            case AttachmentUrls.Fullscreen: _fullscreen = url; break;
            case AttachmentUrls.Original: _original = url; break;
            default: (_otherUrls ??= new(StringComparer.Ordinal))[variant] = url; break;
        }
    }

    [OnSerializing]
    private void RefuseUpload(StreamingContext _) => ThrowIfUpload();

    /// <summary>An upload has no content to serialize yet.</summary>
    internal void ThrowIfUpload()
    {
        if (Upload is not null)
            throw new NotSupportedException(
                $"The upload '{Upload.FileName}' has not been sent yet and cannot be serialized; write its object first.");
    }

    private static void Add(Dictionary<string, string> urls, string variant, byte[]? url)
    {
        if (url is not null)
            urls[variant] = Encoding.UTF8.GetString(url);
    }

    private static string? Text(byte[]? url) => url is null ? null : Encoding.UTF8.GetString(url);
}
