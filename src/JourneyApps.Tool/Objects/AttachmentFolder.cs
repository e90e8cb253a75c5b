using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Objects;

/// <summary>A folder with the files of objects: <c>{model}/{file id}/{name}</c>. Exports write to it, imports read from it.</summary>
internal sealed record AttachmentFolder(string Root)
{
    /// <summary>The suffix of a file whose download is not complete.</summary>
    private const string Unfinished = ".part";

    // What file managers, editors and browsers leave in folders that they show.
    private static readonly string[] JunkEndings = [Unfinished, ".tmp", ".crdownload", ".partial", ".swp"];
    private static readonly string[] JunkNames = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"];

    /// <summary>The fields of a model that contain files.</summary>
    public static string[] FieldsOf(Model model)
        => [.. model.Fields.Where(field => FieldTypeInfo.Of(field.Type).IsFile).Select(field => field.Name)];

    /// <summary>Creates the folder of an id and returns the path for its file. Names come from a server, so each segment is made
    /// safe.</summary>
    /// <exception cref="ToolException">One of the folders is a link.</exception>
    public string CreatePath(string model, string id, string name)
    {
        foreach (string folder in FoldersOf(model, id)) OwnFile.CreateFolder(folder);
        return Path.Combine(FoldersOf(model, id)[^1], FileNameOf(name));
    }

    /// <summary>The path of a file while it is downloaded.</summary>
    public static string UnfinishedPathOf(string path) => path + Unfinished;

    /// <summary>The file of an id; null if there is none. Fails if it is ambiguous or not a separate file.</summary>
    public (string? Path, string? Error) Find(string model, string id)
    {
        string folder = FoldersOf(model, id)[^1];
        if (FoldersOf(model, id).FirstOrDefault(OwnFile.IsLink) is { } link) return (null, $"the folder '{link}' is a link");
        if (!Directory.Exists(folder)) return (null, null);
        string[] files = [.. Directory.EnumerateFiles(folder).Where(file => !IsJunk(Path.GetFileName(file)))];
        return files switch
        {
            [] => (null, null),
            [var file] when OwnFile.IsLink(file) => (null, $"the file '{file}' is a link"),
            [var file] when new FileInfo(file).Length == 0 => (null, $"the file '{file}' is empty"),
            [var file] => (file, null),
            _ => (null, $"the folder '{folder}' contains more than one file"),
        };
    }

    /// <summary>The name for a file, in the form that the platform accepts for uploads. No import ignores it.</summary>
    private static string FileNameOf(string name)
    {
        string safe = Attachment.SanitizeFileName(name);
        if (IsJunk(safe)) safe += "_";
        return SafeFileName.IsDevice(safe) ? "_" + safe : safe;
    }

    // Names with a period or "~$" in front are hidden files and the locks of open documents.
    private static bool IsJunk(string name)
        => name.StartsWith('.') || name.StartsWith('~')
        || JunkEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || JunkNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Outermost first.
    private string[] FoldersOf(string model, string id)
    {
        string folder = Path.Combine(Root, SafeFileName.OfPart(model));
        return [folder, Path.Combine(folder, SafeFileName.OfPart(id))];
    }
}
