using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Schemas;

/// <summary>A parsed schema file.</summary>
internal sealed record SchemaFile(string Path, ParsedSchema Schema)
{
    /// <summary>No text in a larger file is short enough to be read as a schema: a character has at most 4 bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a schema in any dialect.</summary>
    /// <param name="path">The file, or a folder that contains a <c>schema.xml</c>.</param>
    /// <param name="apiVersion">The app's API version; null for that of <c>application.xml</c>, else of the document.</param>
    /// <exception cref="ToolException">The file does not exist.</exception>
    public static SchemaFile Read(string path, string? apiVersion = null)
    {
        if (Directory.Exists(path)) path = System.IO.Path.Combine(path, "schema.xml");
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new ToolException($"the file '{path}' does not exist. Pass the path of a schema.xml or datamodel.json.");

        SchemaOptions options = SchemaFiles.ReadOptions(path);
        if (apiVersion is not null) options = options with { ApiVersion = apiVersion };
        return new SchemaFile(path, SchemaParser.Parse(ReadText(path), options));
    }

    /// <summary>Reads a schema that must not contain errors.</summary>
    /// <exception cref="ToolException">The file does not exist or contains errors.</exception>
    public static SchemaFile ReadValid(string path, string? apiVersion = null)
        => Valid(Read(path, apiVersion));

    /// <summary>The schema, which must not contain errors.</summary>
    /// <exception cref="ToolException">It contains errors.</exception>
    public static SchemaFile Valid(SchemaFile file)
    {
        if (!file.Schema.IsSchema) throw new ToolException($"'{file.Path}' is not a data model.");
        return file.Schema.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == SchemaSeverity.Error) is { } error
            ? throw new ToolException($"{DiagnosticLine.Of(file.Path, error)} Run 'journeyapps lint' for all diagnostics.", ExitCode.Found)
            : file;
    }

    /// <summary>The name overrides from the file with the schema's name and the extension <c>.names</c>; null without it.</summary>
    public (string Path, NameOverrideFile? File) ReadNames()
    {
        string path = System.IO.Path.ChangeExtension(Path, ".names");
        return (path, File.Exists(path) ? NameOverrideFile.Parse(ReadText(path)) : null);
    }

    // The compiler decides how the bytes are read; it replaces those that the encoding of a byte order mark does not allow.
    private static string ReadText(string path)
    {
        InputFile.Require(path);
        byte[] content = InputFile.ReadAll(path, MaxBytes);
        TextFile.CheckMarked(path, content);
        return SchemaFiles.Decode(content);
    }
}
