using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>The settings of an import.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Encoding">The file's encoding; null for UTF-8.</param>
/// <param name="Mode">How rows are written.</param>
/// <param name="Key">The column from whose value ids are derived; null when the file has ids or needs none.</param>
/// <param name="KeyNamespace">The namespace UUID of derived ids.</param>
/// <param name="Delimiter">The cell delimiter of CSV.</param>
/// <param name="GuardFormulas">Whether apostrophes before formulas are removed from CSV cells.</param>
/// <param name="IgnoreUnknown">Whether members that the model does not have are ignored instead of rejected.</param>
/// <param name="Restart">Whether an interrupted import starts again at the beginning.</param>
/// <param name="Attachments">The folder with the files of the rows; null to keep file ids as they are.</param>
internal sealed record ImportSettings(
    string File, string Model, ObjectFormat Format, string? Encoding, ImportMode Mode, string? Key, Guid KeyNamespace,
    char Delimiter, bool GuardFormulas, bool IgnoreUnknown, bool Restart, AttachmentFolder? Attachments);
