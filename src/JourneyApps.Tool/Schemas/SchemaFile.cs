using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Schemas;

/// <summary>A schema file that was read.</summary>
/// <param name="Path">The path as the user gave it.</param>
/// <param name="Schema">What reading gave.</param>
internal sealed record SchemaFile(string Path, ParsedSchema Schema)
{
    /// <summary>Reads a file of any dialect.</summary>
    /// <param name="path">The file.</param>
    /// <param name="apiVersion">The app's API version; null takes it from <c>application.xml</c> beside the file, or from the document.</param>
    /// <exception cref="ToolException">There is no such file.</exception>
    public static SchemaFile Read(string path, string? apiVersion = null)
    {
        if (Directory.Exists(path)) path = System.IO.Path.Combine(path, "schema.xml");
        if (!File.Exists(path)) throw new ToolException($"there is no file '{path}'. Give the path of a schema.xml or datamodel.json.");

        SchemaOptions options = ApplicationFile.Beside(path);
        if (apiVersion is not null) options = options with { ApiVersion = apiVersion };
        return new SchemaFile(path, DataModel.Parse(SchemaText.Decode(File.ReadAllBytes(path)), options));
    }

    /// <summary>Reads a file that must be a data model without errors.</summary>
    /// <exception cref="ToolException">There is no such file, or it has errors.</exception>
    public static SchemaFile ReadWhole(string path, string? apiVersion = null)
    {
        SchemaFile file = Read(path, apiVersion);
        if (!file.Schema.IsSchema) throw new ToolException($"'{path}' is not a data model.");
        foreach (SchemaDiagnostic finding in file.Schema.Diagnostics)
        {
            if (finding.Severity == SchemaSeverity.Error)
                throw new ToolException($"{DiagnosticLine.Of(file.Path, finding)} (journeyapps lint lists everything that is wrong.)", ExitCode.Found);
        }

        return file;
    }
}
