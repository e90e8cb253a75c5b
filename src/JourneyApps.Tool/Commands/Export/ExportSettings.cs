using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>How objects are exported.</summary>
/// <param name="Folder">Where the files go.</param>
/// <param name="Format">Their form.</param>
/// <param name="Labels">Whether choices get a column with their label, in CSV.</param>
/// <param name="GuardFormulas">Whether cells that look like formulas are made text, in CSV.</param>
/// <param name="Delimiter">What parts the cells, in CSV.</param>
/// <param name="Filter">Which objects.</param>
/// <param name="Attachments">Where the objects' files go; null to leave them where they are.</param>
internal sealed record ExportSettings(
    string Folder, ObjectFormat Format, bool Labels, bool GuardFormulas, char Delimiter, RecordFilter Filter, AttachmentFolder? Attachments);
