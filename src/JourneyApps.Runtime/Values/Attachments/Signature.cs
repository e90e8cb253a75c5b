using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps;

/// <summary>The value of a signature field, stored as SVG.</summary>
/// <example><code>
/// job.Signature = Signature.FromFile("signature.svg");
/// await app.Jobs.UpdateAsync(job);
/// </code></example>
[DataContract]
[JsonConverter(typeof(ValueConverterFactory))]
public sealed class Signature : AttachmentValue, IAttachmentValue<Signature>
{
    /// <summary>Creates a reference to a file on the server.</summary>
    /// <param name="id">The attachment's id. Writing it links the file.</param>
    /// <param name="state">The name of the state on the server; null means <c>pending</c>.</param>
    /// <param name="urls">The URLs by variant, or null.</param>
    public Signature(string? id, string? state = null, IReadOnlyDictionary<string, string>? urls = null) : base(id, state, urls) { }

    private Signature(UploadSource upload) : base(upload) { }

    /// <summary>The URL of a small version of the picture; null unless uploaded.</summary>
    public string? ThumbnailUrl => Thumbnail;

    /// <summary>The URL of a version in screen size; null unless uploaded.</summary>
    public string? FullscreenUrl => Fullscreen;

    /// <summary>The URL of the signature as SVG; null unless uploaded.</summary>
    public string? SvgUrl => UrlOf(AttachmentUrls.Svg);

    /// <inheritdoc cref="Photo.FromFile"/>
    public static Signature FromFile(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(UploadSource.FromFile(path, FileNames.Check(fileName ?? Path.GetFileName(path), nameof(fileName))));
    }

    /// <inheritdoc cref="Photo.FromBytes"/>
    public static Signature FromBytes(ReadOnlyMemory<byte> content, string fileName)
        => new(UploadSource.FromBytes(content, FileNames.Check(fileName, nameof(fileName))));

    /// <inheritdoc cref="Photo.FromStream(Stream, string)"/>
    public static Signature FromStream(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(UploadSource.FromStream(content, FileNames.Check(fileName, nameof(fileName))));
    }

    /// <inheritdoc cref="Photo.FromStream(Func{CancellationToken, ValueTask{Stream}}, string)"/>
    public static Signature FromStream(Func<CancellationToken, ValueTask<Stream>> open, string fileName)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(new UploadSource(FileNames.Check(fileName, nameof(fileName)), open, canReopen: true));
    }

    static Signature IAttachmentValue<Signature>.Create(string? id) => new(id);
}
