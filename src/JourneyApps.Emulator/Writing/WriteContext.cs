using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Writing;

/// <summary>What the values of one object are written with.</summary>
/// <param name="Exists">Whether an object of a model is there, for links.</param>
/// <param name="Assumptions">What is done where the platform is silent.</param>
/// <param name="Uploads">The files of the request.</param>
/// <param name="FromForm">Whether the body came from a form, where every value is text.</param>
/// <param name="Now">The time of the write, in seconds of Unix time.</param>
internal sealed record WriteContext(Func<string, string, bool> Exists, Assumptions Assumptions, UploadSet Uploads, bool FromForm, long Now)
{
    /// <summary>Files that were taken up, to be stored when the whole object was found valid.</summary>
    public List<(StoredAttachment Attachment, Upload Upload)> Taken { get; } = [];

    public static ApiException Invalid(string detail) => new(ApiError.InvalidValue(detail));
}
