using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads indexes. Keys are names of fields or belongs-to; anything else (an id, a has-many, an empty name) is undefined.</summary>
internal static class IndexReader
{
    private const int On = 0;
    private const int Name = 1;
    private const int Database = 2;

    public static void ReadAll(SchemaReading reading, ModelBuilder source, ModelBuilder target)
    {
        XmlTree tree = reading.Tree;
        Span<int> found = stackalloc int[3];
        for (int at = tree.FirstChild(source.Element, "index"); at >= 0; at = tree.NextSibling(at, "index"))
        {
            ElementChecks.Attributes(reading, at, Dialect.IndexAttributes, found);
            if (found[On] < 0) continue;

            IReadOnlyList<IndexKey> keys = ReadKeys(reading, target, found[On]);
            (bool inApp, bool inCloud) = ReadDatabase(reading, found[Database]);
            string name = found[Name] < 0 ? DefaultName(reading, found[On]) : reading.Value(found[Name]);
            (target.Indexes ??= []).Add(new ModelIndex(name, keys, inApp, inCloud));
        }
    }

    /// <summary>The keys joined by underscores, without their minus signs.</summary>
    private static string DefaultName(SchemaReading reading, int on)
    {
        string name = reading.Value(on).Replace(",-", ",").Replace(',', '_');
        return reading.Pooled(name.Length > 0 && name[0] == '-' ? name.AsSpan(1) : name.AsSpan());
    }

    private static IReadOnlyList<IndexKey> ReadKeys(SchemaReading reading, ModelBuilder model, int attribute)
    {
        TextSpan span = reading.Tree.Attribute(attribute).ValueSpan;
        string[] parts = reading.Value(attribute).Split(',');
        var keys = new IndexKey[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            reading.Tree.Cancellation.ThrowIfCancellationRequested();
            bool descending = parts[i].Length > 0 && parts[i][0] == '-';
            string name = reading.Pooled(descending ? parts[i].AsSpan(1) : parts[i].AsSpan());
            keys[i] = new IndexKey(name, descending);
            FieldType? type = model.FindField(name)?.Type ?? (name == Names.Missing ? model.NamelessField : null);
            if (type is { } found)
            {
                if (!FieldTypeInfo.Of(found).IsIndexable) reading.Report(SchemaRules.IndexKeyNotIndexable, span, name);
            }
            else if (model.BelongsTo.Find(name) is not { } link || !(link.IsResolved || reading.IsRecovering))
            {
                reading.Report(SchemaRules.IndexKeyUndefined, span, name);
            }
        }

        return EquatableArray.ListOf(keys);
    }

    private static (bool InApp, bool InCloud) ReadDatabase(SchemaReading reading, int attribute)
    {
        // An empty attribute has its own diagnostic and counts as missing.
        if (attribute < 0 || reading.Tree.Attribute(attribute).ValueLength == 0) return (true, true);

        (bool inApp, bool inCloud) = (false, false);
        foreach (string database in reading.Value(attribute).Split(','))
        {
            reading.Tree.Cancellation.ThrowIfCancellationRequested();
            inApp |= database == "app";
            inCloud |= database == "cloud";
            if (database is not ("app" or "cloud"))
                reading.Report(SchemaRules.IndexDatabaseInvalid, reading.Tree.Attribute(attribute).ValueSpan, database);
        }

        return (inApp, inCloud);
    }
}
