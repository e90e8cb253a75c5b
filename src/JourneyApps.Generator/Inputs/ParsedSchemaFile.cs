using JourneyApps.Generator.Options;

namespace JourneyApps.Generator.Inputs;

/// <summary>A parsed schema with the positions of its elements.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsNamed">Whether the project names the file as a schema.</param>
/// <param name="HasRoot">Whether the text has a root element.</param>
/// <param name="Settings">The settings of its code.</param>
/// <param name="Schema">The result of parsing.</param>
internal sealed record ParsedSchemaFile(string Path, bool IsNamed, bool HasRoot, FileSettings Settings, ParsedSchema Schema)
{
    /// <summary>Parses a schema.</summary>
    public static ParsedSchemaFile Parse(
        SchemaSource file, EquatableArray<(string Folder, SchemaOptions Options)> applications, CancellationToken cancellation)
    {
        string text = file.ReadText();
        string folder = FileRoles.FolderOf(file.Path);
        SchemaOptions? options = applications.LastOrDefault(application => application.Folder == folder).Options;
        ParsedSchema parsed = SchemaParser.Parse(text, options, cancellation);
        return new ParsedSchemaFile(file.Path, file.IsNamed, HasRootElement(text), file.Settings, parsed);
    }

    /// <summary>The schema without positions.</summary>
    public SchemaSnapshot ToSnapshot()
        => new(
        Path,
        IsNamed,
        HasRoot,
        Schema.IsSchema,
        Settings.Settings,
        Schema.IsSchema ? Schema.DataModel : DataModel.Empty,
        Schema.FaultyModels);

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
