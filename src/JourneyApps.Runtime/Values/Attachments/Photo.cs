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
    /// <summary>Creates a reference to a file on the server.</summary>
    /// <param name="id">The attachment's id. Writing it links the file.</param>
    /// <param name="state">The name of the state on the server; null means <c>pending</c>.</param>
    /// <param name="urls">The URLs by variant, or null.</param>
    public Photo(string? id, string? state = null, IReadOnlyDictionary<string, string>? urls = null) : base(id, state, urls) { }

    private Photo(UploadSource upload) : base(upload) { }

    /// <summary>The URL of a small version of the picture; null unless uploaded.</summary>
    public string? ThumbnailUrl => Thumbnail;

    /// <summary>The URL of a version in screen size; null unless uploaded.</summary>
    public string? FullscreenUrl => Fullscreen;

    /// <summary>Uploads a file from disk with the next write. The file is opened when the object is written, and again for each
    /// retry.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="fileName">The name to store; null for the file's own name. <see cref="Attachment.SanitizeFileName"/> creates a valid
    /// name.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromFile(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(UploadSource.FromFile(path, FileNames.Check(fileName ?? Path.GetFileName(path), nameof(fileName))));
    }

    /// <summary>Uploads bytes with the next write. They are copied.</summary>
    /// <param name="content">The file's content.</param>
    /// <param name="fileName">The name to store. <see cref="Attachment.SanitizeFileName"/> creates a valid name.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromBytes(ReadOnlyMemory<byte> content, string fileName)
        => new(UploadSource.FromBytes(content, FileNames.Check(fileName, nameof(fileName))));

    /// <summary>Uploads the rest of a stream with the next write. The stream is read once and not disposed. A failed write cannot be
    /// repeated with it.</summary>
    /// <param name="content">The open stream.</param>
    /// <param name="fileName">The name to store. <see cref="Attachment.SanitizeFileName"/> creates a valid name.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromStream(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(UploadSource.FromStream(content, FileNames.Check(fileName, nameof(fileName))));
    }

    /// <summary>Uploads from a stream that is opened for each attempt and disposed after it, so failed writes can be repeated.</summary>
    /// <param name="open">Opens the content from its start.</param>
    /// <param name="fileName">The name to store. <see cref="Attachment.SanitizeFileName"/> creates a valid name.</param>
    /// <returns>The value to assign.</returns>
    /// <exception cref="ArgumentException">The platform does not accept the name.</exception>
    public static Photo FromStream(Func<CancellationToken, ValueTask<Stream>> open, string fileName)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(new UploadSource(FileNames.Check(fileName, nameof(fileName)), open, canReopen: true));
    }

    static Photo IAttachmentValue<Photo>.Create(string? id) => new(id);
}
