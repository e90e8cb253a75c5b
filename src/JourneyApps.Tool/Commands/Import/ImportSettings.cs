using JourneyApps.Schema;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>How objects are imported.</summary>
/// <param name="File">The file.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Format">The file's form.</param>
/// <param name="Mode">What is done with the rows.</param>
/// <param name="Key">The column from whose value the id is derived; null when the file has ids, or needs none.</param>
/// <param name="KeyNamespace">Whose keys these are.</param>
/// <param name="Delimiter">What parts the cells, in CSV.</param>
/// <param name="GuardFormulas">Whether apostrophes before formulas are taken away, in CSV.</param>
/// <param name="IgnoreUnknown">Whether members that the model does not have are left out instead of refused.</param>
/// <param name="Restart">Whether an unfinished import is begun anew.</param>
/// <param name="Attachments">Where the rows' files are; null when they stay what they are, ids.</param>
internal sealed record ImportSettings(
    string File, string Model, ObjectFormat Format, ImportMode Mode, string? Key, Guid KeyNamespace, char Delimiter, bool GuardFormulas, bool IgnoreUnknown, bool Restart,
    AttachmentFolder? Attachments);
