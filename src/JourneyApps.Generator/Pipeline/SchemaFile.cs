using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A schema as read, with the positions of its elements.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsNamed">Whether the project calls it a schema.</param>
/// <param name="HasRoot">Whether the text has a root element at all.</param>
/// <param name="Settings">The settings of its code.</param>
/// <param name="Schema">What reading gave.</param>
internal sealed record SchemaFile(string Path, bool IsNamed, bool HasRoot, FileSettings Settings, ParsedSchema Schema)
{
    /// <summary>Reads a schema.</summary>
    /// <param name="file">The file.</param>
    /// <param name="applications">The <c>application.xml</c> files of the project.</param>
    public static SchemaFile Read(SchemaText file, EquatableArray<ApplicationFile> applications)
    {
        string text = file.ReadText();
        string folder = FileRoles.FolderOf(file.Path);
        SchemaOptions? options = null;
        foreach (ApplicationFile application in applications)
        {
            if (application.Folder != folder) continue;
            options = new SchemaOptions { ApiVersion = application.ApiVersion, AppUserModel = application.AppUserModel };
        }

        return new SchemaFile(file.Path, file.IsNamed, HasRootElement(text), file.Settings, DataModel.Parse(text, options));
    }

    /// <summary>The same without positions: equal as long as the code would be.</summary>
    public SchemaModels WithoutPositions() =>
        new(Path, IsNamed, HasRoot, Schema.IsSchema, Settings.Settings, Schema.DataModel, Schema.FaultyModels);

    private static bool HasRootElement(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') return true;
            if (text[i] == '<' && i + 1 < text.Length && char.IsLetter(text[i + 1])) return true;
        }

        return false;
    }
}
