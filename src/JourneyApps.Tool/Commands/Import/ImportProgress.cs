using JourneyApps.Schema;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>How far an import is.</summary>
/// <param name="Deployment">The base URL.</param>
/// <param name="Model">The model.</param>
/// <param name="Mode">What is done with the rows.</param>
/// <param name="Bytes">The length of the file, and</param>
/// <param name="Written">when it was written: another file is not gone on with.</param>
/// <param name="Attachments">Where the rows' files are; null when they bring none.</param>
/// <param name="Line">The line up to which every row is settled.</param>
/// <param name="Counts">What became of them.</param>
internal sealed record ImportProgress(string Deployment, string Model, ImportMode Mode, long Bytes, DateTime Written, string? Attachments, long Line, ImportCounts Counts);
