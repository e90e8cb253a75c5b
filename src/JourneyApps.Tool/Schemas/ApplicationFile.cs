using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>The <c>application.xml</c> beside a schema: it says what the schema itself does not.</summary>
internal static class ApplicationFile
{
    /// <summary>The options that the file beside a schema gives; the defaults when there is none, or it cannot be read.</summary>
    public static SchemaOptions Beside(string schemaPath)
    {
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(schemaPath)) ?? "", "application.xml");
        return File.Exists(path) ? SchemaOptions.FromApplicationXml(SchemaText.Decode(File.ReadAllBytes(path))) : new SchemaOptions();
    }
}
