using System.Xml;

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
        string? version = null;
        string? user = null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.ReadText().TrimStart('\uFEFF', ' ', '\n', '\r', '\t')), settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "api") version ??= TextOf(reader);
                else if (reader.LocalName == "mobile_user") user ??= TextOf(reader);
            }
        }
        catch (XmlException)
        {
            // What was read before the fault still holds.
        }

        return new ApplicationFile(FileRoles.FolderOf(file.Path), version, user);
    }

    // The reader is moved to the text and not behind the end tag: the loop's own Read does that.
    private static string? TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement || !reader.Read() || reader.NodeType != XmlNodeType.Text) return null;
        string text = reader.Value.Trim();
        return text.Length == 0 ? null : text;
    }
}
