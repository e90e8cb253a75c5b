using JourneyApps.Schema;

namespace JourneyApps.Generator.Inputs;

/// <summary>What the app's <c>application.xml</c> says about the schema in the same folder.</summary>
/// <param name="Folder">The folder of the file.</param>
/// <param name="ApiVersion">The API version; <see langword="null"/> if the file does not have one.</param>
/// <param name="AppUserModel">The model of the app's users; <see langword="null"/> if the file does not name one.</param>
internal sealed record ApplicationFile(string Folder, string? ApiVersion, string? AppUserModel)
{
    /// <summary>Reads the file. A file that cannot be read is ignored.</summary>
    /// <param name="file">The file.</param>
    public static ApplicationFile Read(SchemaSource file)
    {
        SchemaOptions options = SchemaParser.ParseApplication(file.ReadText());
        return new ApplicationFile(FileRoles.FolderOf(file.Path), options.ApiVersion, options.AppUserModel);
    }
}
