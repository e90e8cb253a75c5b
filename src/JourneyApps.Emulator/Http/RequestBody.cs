using System.Text.Json;
using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Http;

/// <summary>A body that was read and understood.</summary>
internal sealed class RequestBody(JsonDocument document, UploadSet uploads, bool fromForm) : IDisposable
{
    /// <summary>The body; a form in the shape that JSON would have.</summary>
    public JsonElement Root => document.RootElement;

    /// <summary>The files in it.</summary>
    public UploadSet Uploads => uploads;

    /// <summary>Whether every value is text because it came from a form.</summary>
    public bool FromForm => fromForm;

    public void Dispose()
    {
        document.Dispose();
        uploads.Dispose();
    }
}
