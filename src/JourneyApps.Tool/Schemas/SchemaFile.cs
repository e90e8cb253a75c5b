using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Schemas;

/// <summary>A parsed schema file.</summary>
/// <param name="Path">The path from the command line.</param>
/// <param name="Schema">The result of parsing.</param>
internal sealed record SchemaFile(string Path, ParsedSchema Schema)
{
    /// <summary>Reads a schema in any dialect.</summary>
    /// <param name="path">The file.</param>
    /// <param name="apiVersion">The app's API version; null to take it from <c>application.xml</c> in the same folder, else from the document.</param>
    /// <exception cref="ToolException">The file does not exist.</exception>
    public static SchemaFile Read(string path, string? apiVersion = null)
    {
        if (Directory.Exists(path)) path = System.IO.Path.Combine(path, "schema.xml");
        if (!File.Exists(path)) throw new ToolException($"the file '{path}' does not exist. Pass the path of a schema.xml or datamodel.json.");

        SchemaOptions options = SchemaFiles.ReadOptions(path);
        if (apiVersion is not null) options = options with { ApiVersion = apiVersion };
        return new SchemaFile(path, SchemaParser.Parse(SchemaFiles.ReadText(path), options));
    }

    /// <summary>Reads a schema that must not contain errors.</summary>
    /// <exception cref="ToolException">The file does not exist or contains errors.</exception>
    public static SchemaFile ReadValid(string path, string? apiVersion = null)
    {
        SchemaFile file = Read(path, apiVersion);
        if (!file.Schema.IsSchema) throw new ToolException($"'{path}' is not a data model.");
        foreach (SchemaDiagnostic diagnostic in file.Schema.Diagnostics)
        {
            if (diagnostic.Severity == SchemaSeverity.Error)
                throw new ToolException($"{DiagnosticLine.Of(file.Path, diagnostic)} Run 'journeyapps lint' for all diagnostics.", ExitCode.Found);
        }

        return file;
    }
}
