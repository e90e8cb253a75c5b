using System.Xml;
using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>The <c>application.xml</c> beside a schema: it says what the schema itself does not.</summary>
internal static class ApplicationFile
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>The options that the file beside a schema gives; the defaults when there is none, or it cannot be read.</summary>
    public static SchemaOptions Beside(string schemaPath)
    {
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(schemaPath)) ?? "", "application.xml");
        if (!File.Exists(path)) return new SchemaOptions();
        try
        {
            return Read(path);
        }
        catch (XmlException)
        {
            return new SchemaOptions();
        }
    }

    private static SchemaOptions Read(string path)
    {
        SchemaOptions options = new();
        using XmlReader reader = XmlReader.Create(path, Settings);
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, Depth: 1 }) continue;
            if (reader.Name == "api") options = options with { ApiVersion = TextOf(reader) };
            else if (reader.Name == "mobile_user") options = options with { AppUserModel = TextOf(reader) };
        }

        return options;
    }

    private static string? TextOf(XmlReader element)
    {
        using XmlReader content = element.ReadSubtree();
        content.Read();
        return content.ReadElementContentAsString().Trim() is { Length: > 0 } text ? text : null;
    }
}
