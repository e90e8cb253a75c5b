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
    char Delimiter, bool GuardFormulas, bool IgnoreUnknown, bool Restart, AttachmentFolder? Attachments)
{
    /// <summary>The namespace of derived ids when the user does not name one.</summary>
    public static readonly Guid DefaultKeyNamespace = new("6f0c2f0e-6d1b-5b0a-9a57-1f6f1f0f6a11");

    /// <summary>The settings of a file that is read as an export writes it.</summary>
    /// <exception cref="ToolException">The extension is not known.</exception>
    public static ImportSettings OfFile(string path)
        => new(
            path, Path.GetFileNameWithoutExtension(path), FormatOf(path, ""), null, ImportMode.Create, null,
            DefaultKeyNamespace, ',', false, false, false, null);

    /// <summary>Whether the extension of a file names its format.</summary>
    public static bool HasKnownExtension(string path) => FormatOf(path) is not null;

    /// <summary>The format that the extension of a file names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="advice">What to do with another extension.</param>
    /// <exception cref="ToolException">The extension is not known.</exception>
    public static ObjectFormat FormatOf(string path, string advice)
        => FormatOf(path) ?? throw new ToolException($"'{path}' has neither the extension .jsonl nor .csv{advice}.", ExitCode.Usage);

    private static ObjectFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => ObjectFormat.Csv,
        ".JSONL" or ".NDJSON" => ObjectFormat.Jsonl,
        _ => null,
    };
}
