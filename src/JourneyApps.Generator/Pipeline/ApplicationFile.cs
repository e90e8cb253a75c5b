using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>What the app's <c>application.xml</c> says about the schema beside it.</summary>
/// <param name="Folder">The folder in which it stands.</param>
/// <param name="ApiVersion">The API version; <see langword="null"/> when it says none.</param>
/// <param name="AppUserModel">The model of the app's users; <see langword="null"/> when it says none.</param>
internal sealed record ApplicationFile(string Folder, string? ApiVersion, string? AppUserModel)
{
    /// <summary>Reads the file. It is a hint and nothing more: one that cannot be read says nothing.</summary>
    /// <param name="file">The file.</param>
    public static ApplicationFile Read(SchemaText file)
    {
        SchemaOptions said = SchemaOptions.FromApplicationXml(file.ReadText());
        return new ApplicationFile(FileRoles.FolderOf(file.Path), said.ApiVersion, said.AppUserModel);
    }
}
