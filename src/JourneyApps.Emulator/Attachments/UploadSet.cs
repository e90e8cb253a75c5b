using System.Globalization;
using System.Text;

namespace JourneyApps.Emulator.Attachments;

/// <summary>The files of one request, by the placeholders that replace them in its body.</summary>
internal sealed class UploadSet : IDisposable
{
    // A body could contain any fixed text itself.
    private readonly string _prefix = $"upload:{Guid.NewGuid():N}:";
    private readonly List<Upload> _uploads = [];

    /// <summary>Begins a file and returns its placeholder in UTF-8.</summary>
    public byte[] Begin(out Upload upload)
    {
        upload = new Upload();
        _uploads.Add(upload);
        return Encoding.UTF8.GetBytes($"{_prefix}{_uploads.Count - 1}");
    }

    /// <summary>The file of a text: of a placeholder, otherwise of the text itself as base64.</summary>
    public Upload Resolve(string text)
    {
        if (text.StartsWith(_prefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(_prefix.Length), CultureInfo.InvariantCulture, out int index)
            && index < _uploads.Count)
        {
            return _uploads[index];
        }

        Begin(out Upload upload);
        upload.Feed(Encoding.UTF8.GetBytes(text));
        upload.End();
        return upload;
    }

    public void Dispose()
    {
        foreach (Upload upload in _uploads) upload.Dispose();
    }
}
