using JourneyApps.Schema.Display;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads the display of models and resolves the names in it.</summary>
internal static class DisplayReader
{
    public static void Read(SchemaReading reading, ModelBuilder source, ModelBuilder target)
    {
        XmlTree tree = reading.Tree;
        int first = tree.FirstChild(source.Element, "display");
        if (first < 0)
        {
            reading.ReportAt(SchemaRules.DisplayMissing, source.Element);
            return;
        }

        // The platform neither uses nor checks any of several.
        int second = tree.NextSibling(first, "display");
        if (second >= 0)
        {
            reading.ReportAt(SchemaRules.DisplayRepeated, second);
            return;
        }

        Span<int> found = stackalloc int[1];
        ElementChecks.Attributes(reading, first, Dialect.DisplayAttributes, found);
        target.Display = found[0] < 0 ? reading.Content(first) : reading.Value(found[0]);
        Check(reading, target, first, found[0], target.Display);
    }

    /// <summary>Checks that the platform can read the expressions in a message. It does not check their names.</summary>
    public static void CheckMessage(SchemaReading reading, int element, int attribute, string message)
        => Check(reading, null, element, attribute, message);

    private static void Check(SchemaReading reading, ModelBuilder? model, int element, int attribute, string text)
    {
        List<DisplayPart> parts = reading.DisplayParts;
        parts.Clear();
        DisplayFormat.Parse(text, parts, reading.Strings, reading.Tree.Cancellation);
        List<int>? offsets = null;
        foreach (DisplayPart part in parts)
        {
            reading.Tree.Cancellation.ThrowIfCancellationRequested();
            SchemaRule? rule = part.Kind switch
            {
                DisplayPartKind.Unsupported => SchemaRules.DisplayExpressionUnsupported,
                _ when model is null => null,
                DisplayPartKind.Value when !IsDefined(reading, model, part.Path) => SchemaRules.DisplayNameUndefined,
                DisplayPartKind.Code => SchemaRules.DisplayCode,
                DisplayPartKind.Value when part.HasRest => SchemaRules.DisplayCode,
                _ => null,
            };
            if (rule is null) continue;
            offsets ??= Offsets(reading.Tree, element, attribute, text.Length);

            // From the brace on, as the platform does, also if blanks follow it.
            int start = offsets[part.Origin];
            bool isWhole = rule != SchemaRules.DisplayNameUndefined;
            int last = (isWhole ? DisplayExpression.FindClose(text, part.Origin - 1) : part.Start + part.Length) - 1;
            string shown = isWhole ? text.Substring(part.Origin, last + 1 - part.Origin).Trim() : part.Text;
            int end = Math.Max(start, offsets[Math.Max(last, part.Origin)]) + 1;
            reading.Report(rule, new TextSpan(start, end - start), shown);
        }
    }

    /// <summary>The offsets of the format's characters in the document.</summary>
    private static List<int> Offsets(XmlTree tree, int element, int attribute, int length)
    {
        List<int> offsets = new(length + 1);
        if (attribute >= 0) XmlText.DecodeValue(tree, tree.Attribute(attribute), offsets);
        else XmlText.DecodeContent(tree, element, offsets);
        offsets.Add(offsets.Count == 0 ? tree[element].ContentStart : offsets[offsets.Count - 1] + 1);
        return offsets;
    }

    /// <summary>A name is a field, else a belongs-to, its id, a has-many, or the id of the object. A path can continue after a belongs-to,
    /// and after a location with one of its parts. What is faulty itself counts as undefined.</summary>
    private static bool IsDefined(SchemaReading reading, ModelBuilder model, IReadOnlyList<string> path)
    {
        for (int i = 0; i < path.Count; i++)
        {
            reading.Tree.Cancellation.ThrowIfCancellationRequested();
            string name = path[i];
            bool isLast = i == path.Count - 1;
            if (model.FindField(name) is { } field)
                return isLast
                    ? field.Type != FieldType.Unknown
                    : field.Type == FieldType.Location && i == path.Count - 2 && IsLocationPart(path[i + 1]);

            if (model.BelongsTo.Find(name) is { } link && (link.IsResolved || reading.IsRecovering))
            {
                if (isLast || !reading.ModelsByName.TryGetValue(link.Value.Model, out ModelBuilder? related)) return true;
                model = related;
                continue;
            }

            return isLast && (name == "id" || IsHasMany(reading, model, name) || IsLinkId(reading, model, name));
        }

        return true;
    }

    private static bool IsHasMany(SchemaReading reading, ModelBuilder model, string name)
        => model.HasMany.Find(name) is { } links && (links.IsPaired || reading.IsRecovering);

    private static bool IsLinkId(SchemaReading reading, ModelBuilder model, string name)
        => name.EndsWith("_id", StringComparison.Ordinal)
        && model.BelongsTo.Find(name.Substring(0, name.Length - 3)) is { } link
        && (link.IsResolved || reading.IsRecovering);

    private static bool IsLocationPart(string name)
        => name is "latitude" or "longitude" or "altitude" or "horizontal_accuracy" or "vertical_accuracy";
}
