using JourneyApps.Schema;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>How far an export is.</summary>
/// <param name="Deployment">The base URL.</param>
/// <param name="Model">The model.</param>
/// <param name="Header">The first line of a CSV file, so that a run with other columns does not go on in it; empty for JSON lines.</param>
/// <param name="Filter">Which objects are exported; null for all.</param>
/// <param name="Attachments">Where their files go; null when nowhere.</param>
/// <param name="LastId">The id up to which every object is in the file.</param>
/// <param name="Bytes">How long the file was then.</param>
/// <param name="Count">How many objects were in it.</param>
internal sealed record ExportProgress(string Deployment, string Model, string Header, string? Filter, string? Attachments, string LastId, long Bytes, long Count);
