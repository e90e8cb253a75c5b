namespace JourneyApps.Tool.Commands.Export;

/// <summary>The saved progress of an export.</summary>
/// <param name="Deployment">The base URL.</param>
/// <param name="Model">The model.</param>
/// <param name="Header">The header line of a CSV file; empty for JSON lines. An export with other columns cannot resume this one.</param>
/// <param name="Settings">The settings as JSON. An export with other settings cannot resume this one.</param>
/// <param name="LastId">The id up to which all objects are in the file.</param>
/// <param name="Bytes">The length of the file up to that object.</param>
/// <param name="Count">The number of objects in the file.</param>
internal sealed record ExportProgress(
    string Deployment, string Model, string Header, string Settings, string LastId, long Bytes, long Count)
{
    /// <summary>Whether an export that starts like this can resume it.</summary>
    /// <param name="start">The start of the export.</param>
    /// <param name="length">The length of the file.</param>
    public bool CanResume(ExportProgress start, long length)
        => !string.IsNullOrEmpty(LastId) && Bytes >= start.Bytes && Bytes <= length && Count > 0
        && this with { LastId = start.LastId, Bytes = start.Bytes, Count = start.Count } == start;
}
