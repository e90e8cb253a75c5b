using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps;

/// <summary>The value of an attachment field: a file of any type.</summary>
/// <example><code>
/// job.Attachment = Attachment.FromFile("manual.pdf");
/// await app.Jobs.UpdateAsync(job);
/// </code></example>
[DataContract]
[JsonConverter(typeof(ValueConverterFactory))]
public sealed class Attachment : AttachmentValue, IAttachmentValue<Attachment>
{
    /// <summary>Creates a reference to a file on the server.</summary>
    /// <param name="id">The attachment's id. Writing it links the file.</param>
    /// <param name="state">The name of the state on the server; null means <c>pending</c>.</param>
    /// <param name="urls">The URLs by variant, or null.</param>
    public Attachment(string? id, string? state = null, IReadOnlyDictionary<string, string>? urls = null) : base(id, state, urls) { }

    private Attachment(UploadSource upload) : base(upload) { }

    /// <inheritdoc cref="Photo.FromFile"/>
    public static Attachment FromFile(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(UploadSource.FromFile(path, FileNames.Check(fileName ?? Path.GetFileName(path), nameof(fileName))));
    }

    /// <inheritdoc cref="Photo.FromBytes"/>
    public static Attachment FromBytes(ReadOnlyMemory<byte> content, string fileName)
        => new(UploadSource.FromBytes(content, FileNames.Check(fileName, nameof(fileName))));

    /// <inheritdoc cref="Photo.FromStream(Stream, string)"/>
    public static Attachment FromStream(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(UploadSource.FromStream(content, FileNames.Check(fileName, nameof(fileName))));
    }

    /// <inheritdoc cref="Photo.FromStream(Func{CancellationToken, ValueTask{Stream}}, string)"/>
    public static Attachment FromStream(Func<CancellationToken, ValueTask<Stream>> open, string fileName)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(new UploadSource(FileNames.Check(fileName, nameof(fileName)), open, canReopen: true));
    }

    /// <summary>Creates a file name that the platform accepts for uploads. It removes folders, converts letters to lower case, and replaces
    /// each character other than a-z, 0-9, <c>_</c>, <c>-</c>, <c>.</c> and space with a hyphen.</summary>
    /// <param name="fileName">Any text.</param>
    /// <returns>A valid name of at most 100 characters; <c>file</c> if no character of the text remains.</returns>
    public static string SanitizeFileName(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return FileNames.Sanitize(fileName);
    }

    static Attachment IAttachmentValue<Attachment>.Create(string? id) => new(id);
}
