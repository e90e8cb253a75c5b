using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads push messages. The platform does not check whether their fields exist.</summary>
internal static class NotifyUserReader
{
    public static void ReadAll(SchemaReading reading, ModelBuilder source, ModelBuilder target)
    {
        XmlTree tree = reading.Tree;
        Span<int> found = stackalloc int[4];
        for (int at = tree.FirstChild(source.Element, "notify-user"); at >= 0; at = tree.NextSibling(at, "notify-user"))
        {
            ElementChecks.Attributes(reading, at, Dialect.NotifyUserAttributes, found);
            if (found[0] >= 0) DisplayReader.CheckMessage(reading, at, found[0], reading.Value(found[0]));
            (target.NotifyUsers ??= []).Add(new NotifyUser(
                Value(reading, found[0]), Value(reading, found[1]), Value(reading, found[2]), Value(reading, found[3])));
        }
    }

    private static string? Value(SchemaReading reading, int attribute) => attribute < 0 ? null : reading.Value(attribute);
}
