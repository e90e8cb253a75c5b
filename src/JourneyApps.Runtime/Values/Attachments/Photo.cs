using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps;

/// <summary>The value of a photo field: a JPEG picture.</summary>
/// <example><code>
/// job.Photo = Photo.FromFile("pump.jpg");
/// await app.Jobs.UpdateAsync(job);
/// </code></example>
[DataContract]
[JsonConverter(typeof(ValueConverterFactory))]
public sealed class Photo : AttachmentValue, IAttachmentValue<Photo>
{
    /// <summary>Refers to a file on the server.</summary>
    /// <param name="id">The attachment's id; writing it links the file.</param>
    /// <param name="state">The state as the server names it; null means <c>pending</c>.</param>
    /// <param name="urls">URLs by variant, or null.</param>
    public Photo(string? id, string? state = null, IReadOnlyDictionary<string, string>? urls = null) : base(id, state, urls) { }

    private Photo(UploadSource upload) : base(upload) { }

    /// <summary>A small version of the picture; null unless uploaded.</summary>
    public string? ThumbnailUrl => Thumbnail;

    /// <summary>A version that fills a screen; null unless uploaded.</summary>
    public string? FullscreenUrl => Fullscreen;

    /// <summary>Uploads a file from disk with the next write; it is opened then, and again for each retry.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">The name to store; null takes the file's own. <see cref="Attachment.SanitizeFileName"/> makes a valid
    /// one.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromFile(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(UploadSource.FromFile(path, FileNames.Check(fileName ?? Path.GetFileName(path), nameof(fileName))));
    }

    /// <summary>Uploads bytes with the next write; they are copied.</summary>
    /// <param name="content">The file's content.</param>
    /// <param name="fileName">The name to store. <see cref="Attachment.SanitizeFileName"/> makes a valid one.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromBytes(ReadOnlyMemory<byte> content, string fileName)
        => new(UploadSource.FromBytes(content, FileNames.Check(fileName, nameof(fileName))));

    /// <summary>Uploads the rest of a stream with the next write. It is read once and not disposed; a failed write cannot be repeated with
    /// it.</summary>
    /// <param name="content">The open stream.</param>
    /// <param name="fileName">The name to store. <see cref="Attachment.SanitizeFileName"/> makes a valid one.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromStream(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(UploadSource.FromStream(content, FileNames.Check(fileName, nameof(fileName))));
    }

    /// <summary>Uploads from a stream that is opened for each attempt and disposed after it, so that failed writes can be
    /// repeated.</summary>
    /// <param name="open">Opens the content from its start.</param>
    /// <param name="fileName">The name to store. <see cref="Attachment.SanitizeFileName"/> makes a valid one.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromStream(Func<CancellationToken, ValueTask<Stream>> open, string fileName)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(new UploadSource(FileNames.Check(fileName, nameof(fileName)), open, canReopen: true));
    }

    static Photo IAttachmentValue<Photo>.Create(string? id) => new(id);
}
