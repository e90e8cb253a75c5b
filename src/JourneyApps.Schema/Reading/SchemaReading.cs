using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>What the passes over one document share: the tree, the dialect, the models so far and the findings.</summary>
internal sealed class SchemaReading(XmlTree tree, Dialect dialect, DiagnosticList findings, StringPool strings, bool isRecovering)
{
    public XmlTree Tree { get; } = tree;

    public Dialect Dialect { get; } = dialect;

    /// <summary>
    /// Whether the document is broken and the models are what could be saved: then nothing is reported, and a model that is missing is
    /// no fault of those that name it.
    /// </summary>
    public bool IsRecovering { get; } = isRecovering;

    /// <summary>In document order, second models of a name included.</summary>
    public List<ModelDraft> Models { get; } = [];

    /// <summary>The first model of each name.</summary>
    public Dictionary<string, ModelDraft> ModelsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Working space of the search for the other side of a has-many.</summary>
    public List<BelongsToDraft> Candidates { get; } = [];

    /// <summary>The model at hand, to which findings belong.</summary>
    public ModelDraft? Current { get; set; }

    /// <summary>Each model with the one that a pass works on: for the second of a name this is the first, as on the platform.</summary>
    public ModelDraft TargetOf(ModelDraft model) =>
        model.Name is not null && ModelsByName.TryGetValue(model.Name, out ModelDraft? first) ? first : model;

    public string Value(int attribute)
    {
        ref readonly XmlAttribute found = ref Tree.Attribute(attribute);
        return found.HasEntity
            ? XmlText.DecodeValue(Tree, found, null)
            : strings.Get(Tree.Text.AsSpan(found.ValueStart, found.ValueLength));
    }

    /// <summary>The value of an attribute by name, or <see langword="null"/>.</summary>
    public string? Value(int element, string name)
    {
        int attribute = Find(element, name);
        return attribute < 0 ? null : Value(attribute);
    }

    public int Find(int element, string name)
    {
        (int first, int count) = (Tree[element].FirstAttribute, Tree[element].AttributeCount);
        for (int i = first; i < first + count; i++)
        {
            if (Tree.AttributeName(i).SequenceEqual(name.AsSpan())) return i;
        }

        return -1;
    }

    /// <summary>All text inside an element, verbatim.</summary>
    public string Content(int element)
    {
        ref XmlElement found = ref Tree[element];
        return found.IsMixed
            ? XmlText.DecodeContent(Tree, element, null)
            : strings.Get(Tree.Text.AsSpan(found.ContentStart, found.ContentEnd - found.ContentStart));
    }

    /// <summary>The one string for a text.</summary>
    public string Pooled(ReadOnlySpan<char> text) => strings.Get(text);

    public string Name(int element) => strings.Get(Tree.Name(element));

    /// <summary>Where an attribute's value stands, or the element's name when the attribute is missing.</summary>
    public TextSpan SpanOf(int attribute, int element) => attribute < 0 ? Tree[element].NameSpan : Tree.Attribute(attribute).ValueSpan;

    public void Report(SchemaRule rule, TextSpan span, params string[] arguments)
    {
        if (Current is not null && rule.Severity == SchemaSeverity.Error) Current.IsFaulty = true;
        if (!IsRecovering) findings.Add(rule, span, Current?.Name, arguments);
    }

    public void ReportAt(SchemaRule rule, int element, params string[] arguments) => Report(rule, Tree[element].NameSpan, arguments);
}
