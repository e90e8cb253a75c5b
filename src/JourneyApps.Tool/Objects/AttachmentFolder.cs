using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Objects;

/// <summary>A folder with the files of objects: <c>{model}/{file id}/{name}</c>. Exports write to it, imports read from it.</summary>
internal sealed record AttachmentFolder(string Root)
{
    /// <summary>The suffix of a file whose download is not complete.</summary>
    public const string Unfinished = ".part";

    /// <summary>The fields of a model that contain files.</summary>
    public static string[] FieldsOf(Model model)
        => [.. model.Fields.Where(field => FieldTypeInfo.Of(field.Type).IsFile).Select(field => field.Name)];

    /// <summary>The path of a file. Names come from a server, so each segment is made safe.</summary>
    public string PathOf(string model, string id, string name) => Path.Combine(FolderOf(model, id), SafeFileName.OfFile(name));

    /// <summary>The complete files of an id: one, unless someone else changed the folder.</summary>
    public IReadOnlyList<string> FilesOf(string model, string id)
    {
        string folder = FolderOf(model, id);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(path => IsAttachment(Path.GetFileName(path)))] : [];
    }

    // File managers leave hidden files and thumbnails in every folder that they show.
    private static bool IsAttachment(string name)
        => !name.StartsWith('.') && !name.EndsWith(Unfinished, StringComparison.Ordinal)
        && !name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) && !name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    private string FolderOf(string model, string id) => Path.Combine(Root, SafeFileName.OfPart(model), SafeFileName.OfPart(id));
}
