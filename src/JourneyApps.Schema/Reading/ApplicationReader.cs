using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads what <c>application.xml</c> says about the schema beside it: two elements directly below the root, whatever its name.</summary>
internal static class ApplicationReader
{
    public static SchemaOptions Read(string text)
    {
        if (text.Length > XmlLimits.Length) return new SchemaOptions();

        using XmlTree tree = new(text);
        XmlTreeReader.ReadDocument(tree);
        if (tree.Count == 0) return new SchemaOptions();

        // What was read before a fault still holds.
        return new SchemaOptions { ApiVersion = Text(tree, "api"), AppUserModel = Text(tree, "mobile_user") };
    }

    private static string? Text(XmlTree tree, string name)
    {
        int element = tree.Named(tree[0].FirstChild, name);
        if (element < 0) return null;

        string text = XmlText.DecodeContent(tree, element, null).Trim();
        return text.Length == 0 ? null : text;
    }
}
