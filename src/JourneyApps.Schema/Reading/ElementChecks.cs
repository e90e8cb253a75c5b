using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>The checks of elements of every kind: their attributes one by one, and their content.</summary>
internal static class ElementChecks
{
    /// <summary>The place of a child element in the order of its parent's children, from 1; 0 if the parent cannot have such a
    /// child.</summary>
    internal delegate int ChildGroup(Dialect dialect, ReadOnlySpan<char> name);

    /// <summary>Checks the attributes of an element in document order, then reports those that are missing.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="element">The element.</param>
    /// <param name="rules">Its attributes.</param>
    /// <param name="found">Receives the attribute of each rule, or −1.</param>
    public static void Attributes(SchemaReading reading, int element, AttributeRule[] rules, Span<int> found)
    {
        found.Fill(-1);
        XmlTree tree = reading.Tree;
        (int first, int count) = (tree[element].FirstAttribute, tree[element].AttributeCount);
        tree.Cancellation.ThrowIfCancellationRequested();
        for (int attribute = first; attribute < first + count; attribute++)
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            int rule = IndexOf(rules, tree.AttributeName(attribute));
            if (rule < 0)
            {
                reading.Report(
                    SchemaRules.AttributeUnknown,
                    tree.Attribute(attribute).NameSpan,
                    tree.AttributeName(attribute).ToString(),
                    reading.Name(element));
                continue;
            }

            found[rule] = attribute;
            if (rules[rule].Check != AttributeCheck.None) Check(reading, rules[rule], attribute);
        }

        for (int rule = 0; rule < rules.Length; rule++)
        {
            if (rules[rule].Required && found[rule] < 0)
                reading.ReportAt(SchemaRules.AttributeMissing, element, rules[rule].Name, reading.Name(element));
        }
    }

    /// <summary>Checks the content of an element in document order: its child elements, and text, which none of these elements can
    /// have.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="element">The element.</param>
    /// <param name="groupOf">The place of a child in the required order.</param>
    public static void Children(SchemaReading reading, int element, ChildGroup groupOf)
    {
        XmlTree tree = reading.Tree;
        bool hasText = tree[element].HasText;
        int textStart = tree[element].ContentStart;
        int latest = 0;
        for (int child = tree[element].FirstChild; child >= 0; child = tree[child].NextSibling)
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            if (hasText) Text(reading, element, textStart, tree.Text.LastIndexOf('<', tree[child].NameStart));
            textStart = tree[child].End;

            int group = groupOf(reading.Dialect, tree.Name(child));
            if (group == 0)
                reading.ReportAt(SchemaRules.ElementUnknown, child, reading.Name(child), reading.Name(element));
            else if (group < latest)
                reading.ReportAt(SchemaRules.ElementOrder, child, reading.Name(child), reading.Dialect.FieldsWord);
            else
                latest = group;
        }

        if (hasText) Text(reading, element, textStart, tree[element].ContentEnd);
    }

    private static void Text(SchemaReading reading, int element, int start, int end)
    {
        for (int count = XmlText.CountTextNodes(reading.Tree, start, end); count > 0; count--)
            reading.ReportAt(SchemaRules.TextNotAllowed, element, reading.Name(element));
    }

    private static int IndexOf(AttributeRule[] rules, ReadOnlySpan<char> name)
    {
        for (int i = 0; i < rules.Length; i++)
        {
            if (name.SequenceEqual(rules[i].Name.AsSpan())) return i;
        }

        return -1;
    }

    private static void Check(SchemaReading reading, AttributeRule rule, int attribute)
    {
        ref readonly XmlAttribute found = ref reading.Tree.Attribute(attribute);
        switch (rule.Check)
        {
            case AttributeCheck.NotBlank:
                if (found.ValueLength == 0) reading.Report(SchemaRules.AttributeBlank, found.ValueSpan, rule.Name);
                break;
            case AttributeCheck.Name:
                string name = reading.Value(attribute);
                if (!Names.IsValid(name.AsSpan())) reading.Report(SchemaRules.NameInvalid, found.ValueSpan, name);
                break;
            case AttributeCheck.Classification:
                OneOf(reading, attribute, SchemaRules.ClassificationInvalid, ["standard", "sensitive"]);
                break;
            case AttributeCheck.Media:
                OneOf(reading, attribute, SchemaRules.MediaInvalid, AttributeValues.Media);
                break;
            case AttributeCheck.AutoDownload:
                OneOf(reading, attribute, SchemaRules.AutoDownloadInvalid, ["true", "false"]);
                break;
            case AttributeCheck.Spec:
                OneOf(reading, attribute, SchemaRules.SpecInvalid, AttributeValues.Specs);
                break;
            case AttributeCheck.DeprecatedSpec:
                reading.Report(SchemaRules.SpecDeprecated, found.NameSpan);
                break;
            case AttributeCheck.Deprecated:
                reading.Report(SchemaRules.AttributeDeprecated, found.NameSpan, rule.Name);
                break;
        }
    }

    private static void OneOf(SchemaReading reading, int attribute, SchemaRule rule, string[] allowed)
    {
        string value = reading.Value(attribute);
        if (Array.IndexOf(allowed, value) < 0)
            reading.Report(rule, reading.Tree.Attribute(attribute).ValueSpan, value, string.Join(", ", allowed));
    }
}
