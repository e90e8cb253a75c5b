using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps.CompilerServices;

/// <content>Attachments: an upload in place, anything else by its id, and null to clear.</content>
public ref partial struct ModelWriter
{
    /// <summary>Writes a photo.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The value can no longer be sent.</exception>
    public readonly void Write(int member, Photo? value) => WriteAttachment(member, value);

    /// <summary>Writes a signature.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The value can no longer be sent.</exception>
    public readonly void Write(int member, Signature? value) => WriteAttachment(member, value);

    /// <summary>Writes an attachment.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The value can no longer be sent.</exception>
    public readonly void Write(int member, Attachment? value) => WriteAttachment(member, value);

    private readonly void WriteAttachment(int member, AttachmentValue? value)
    {
        if (value is null)
        {
            Begin(member, hasValue: false);
        }
        else if (!_mask[member])
        {
            return;
        }
        else if (_mode == WriteMode.RoundTrip)
        {
            Begin(member, hasValue: true);
            AttachmentJson.Write(_output, value);
        }
        else if (value.Upload is { } upload)
        {
            WriteUpload(member, value, upload);
        }
        else
        {
            WriteLink(member, value);
        }
    }

    private readonly void WriteUpload(int member, AttachmentValue value, UploadSource upload)
    {
        if (value.State == AttachmentState.Spent)
        {
            throw Refuse(
                member,
                $"the stream of '{upload.FileName}' was read by a failed attempt. Assign the upload again, preferably with a factory.");
        }

        if (_body is null) throw Refuse(member, "an upload can be sent only to the API.");

        Begin(member, hasValue: true);
        _body.WriteUpload(member, upload);
    }

    private readonly void WriteLink(int member, AttachmentValue value)
    {
        if (value.State == AttachmentState.Sent)
            throw Refuse(member, "its upload was sent by a batch and its id is not known yet. Refresh the object first.");
        if (value.Id is null) throw Refuse(member, "the attachment has no id to link.");

        _output.WriteLabel(_members[member].IdLabel);
        _output.WriteText(value.Id);
    }
}
