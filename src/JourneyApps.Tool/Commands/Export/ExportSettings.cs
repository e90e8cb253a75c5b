using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>The settings of an export.</summary>
/// <param name="Folder">The folder for the files.</param>
/// <param name="Format">The format of the files.</param>
/// <param name="Labels">Whether choices get a second CSV column with the label.</param>
/// <param name="GuardFormulas">Whether CSV cells that look like formulas get a leading apostrophe.</param>
/// <param name="Delimiter">The cell delimiter of CSV.</param>
/// <param name="Where">The expression that selects objects, with a question mark for each argument; null for all objects.</param>
/// <param name="Arguments">The arguments, as JSON or else as text.</param>
/// <param name="Attachments">The folder for photos, signatures and attachments; null to export their ids only.</param>
internal sealed record ExportSettings(
    string Folder, ExportFormat Format, bool Labels, bool GuardFormulas, char Delimiter,
    string? Where, IReadOnlyList<string> Arguments, AttachmentFolder? Attachments);
