namespace JourneyApps.Internal.Values.Attachments;

/// <summary>The states' names in JSON. Those with a dollar sign are ours and appear outside the API only.</summary>
internal static class AttachmentStates
{
    public const string Pending = "pending";
    public const string Uploaded = "uploaded";
    public const string Missing = "missing";
    public const string Untrusted = "untrusted";
    public const string Upload = "$upload";
    public const string Sent = "$sent";
    public const string Spent = "$spent";

    public static AttachmentState Parse(string? text) => text switch
    {
        Pending or null => AttachmentState.Pending,
        Uploaded => AttachmentState.Uploaded,
        Missing => AttachmentState.Missing,
        Untrusted => AttachmentState.Untrusted,
        Upload => AttachmentState.Upload,
        Sent => AttachmentState.Sent,
        Spent => AttachmentState.Spent,
        _ => AttachmentState.Unknown,
    };

    /// <summary>The constant for a state's name, so that reading a page does not make the same text a thousand times.</summary>
    public static string? Intern(ReadOnlySpan<byte> utf8)
        => utf8.SequenceEqual("uploaded"u8) ? Uploaded : utf8.SequenceEqual("pending"u8) ? Pending : null;
}
