using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps.Internal.Serialization.Bodies;

/// <summary>An upload inside a request body.</summary>
/// <param name="Position">How many bytes of JSON come before its base64.</param>
/// <param name="Member">The index of the file field.</param>
/// <param name="Source">The content.</param>
internal sealed record BodyUpload(int Position, int Member, UploadSource Source);
