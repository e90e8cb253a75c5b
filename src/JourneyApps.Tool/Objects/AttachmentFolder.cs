using JourneyApps.Schema;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Objects;

/// <summary>A folder with the files of objects: <c>{model}/{id of the file}/{name}</c>. An export fills it, an import takes from it.</summary>
/// <param name="Root">The folder.</param>
internal sealed record AttachmentFolder(string Root)
{
    /// <summary>What the name of a file ends in until it is whole.</summary>
    public const string Unfinished = ".part";

    /// <summary>The fields of a model that hold files.</summary>
    public static string[] FieldsOf(Model model)
        => [.. model.Fields.Where(field => field.Type is FieldType.Photo or FieldType.Signature or FieldType.Attachment).Select(field => field.Name)];

    /// <summary>Where a file goes. Names come from a server: each part is made safe.</summary>
    public string PathOf(string model, string id, string name) => Path.Combine(FolderOf(model, id), SafeFileName.OfFile(name));

    /// <summary>The file of an id; null when there is none that is whole.</summary>
    public string? Find(string model, string id)
    {
        string folder = FolderOf(model, id);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).FirstOrDefault(path => !path.EndsWith(Unfinished, StringComparison.Ordinal)) : null;
    }

    private string FolderOf(string model, string id) => Path.Combine(Root, SafeFileName.OfPart(model), SafeFileName.OfPart(id));
}
