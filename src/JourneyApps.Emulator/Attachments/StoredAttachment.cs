namespace JourneyApps.Emulator.Attachments;

/// <summary>A stored file without its bytes.</summary>
/// <param name="Id">The id, as in <c>{field}_id</c>.</param>
/// <param name="FileName">The name under which it was uploaded.</param>
/// <param name="MediaType">The media type, determined by the first bytes or the field.</param>
/// <param name="Size">The length in bytes.</param>
/// <param name="Sha">The digest of the content, part of its URLs.</param>
/// <param name="State"><c>uploaded</c>, <c>pending</c>, <c>missing</c> or <c>untrusted</c>.</param>
internal sealed record StoredAttachment(string Id, string FileName, string MediaType, long Size, string Sha, string State)
{
    public const string Uploaded = "uploaded";
    public const string Pending = "pending";
}
