using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads push messages. The platform does not look whether the fields that they name exist.</summary>
internal static class NotifyUserReader
{
    public static void ReadAll(SchemaReading reading, ModelDraft source, ModelDraft target)
    {
        XmlTree tree = reading.Tree;
        Span<int> found = stackalloc int[4];
        for (int at = tree.Named(tree[source.Element].FirstChild, "notify-user"); at >= 0; at = tree.Named(tree[at].NextSibling, "notify-user"))
        {
            ElementChecks.Attributes(reading, at, Dialect.NotifyUserAttributes, found);
            (target.NotifyUsers ??= []).Add(new NotifyUser(
                Value(reading, found[0]), Value(reading, found[1]), Value(reading, found[2]), Value(reading, found[3])));
        }
    }

    private static string? Value(SchemaReading reading, int attribute) => attribute < 0 ? null : reading.Value(attribute);
}
