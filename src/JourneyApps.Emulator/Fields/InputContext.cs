using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Fields;

/// <summary>What the values of one object in a request are stored with.</summary>
/// <param name="Exists">Whether an object of a model exists, for links.</param>
/// <param name="Assumptions">The choices where the platform's behavior is not known.</param>
/// <param name="Uploads">The files of the request.</param>
/// <param name="FromForm">Whether the body is a form, where every value is text.</param>
/// <param name="Now">The time of the write in seconds of Unix time.</param>
internal sealed record InputContext(Func<string, string, bool> Exists, Assumptions Assumptions, UploadSet Uploads, bool FromForm, long Now)
{
    /// <summary>The files of the object, stored once all of its values are valid.</summary>
    public List<(StoredAttachment Attachment, Upload Upload)> Uploaded { get; } = [];
}
