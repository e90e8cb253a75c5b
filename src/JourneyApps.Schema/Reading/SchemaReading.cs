using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>What the readers of one document share: the tree, the dialect, the models so far and the diagnostics.</summary>
internal sealed class SchemaReading(XmlTree tree, Dialect dialect, DiagnosticList diagnostics, StringPool strings, bool isRecovering)
{
    public XmlTree Tree { get; } = tree;

    public Dialect Dialect { get; } = dialect;

    /// <summary>Whether the document is not well-formed and the models were recovered: then nothing is reported, and a reference to a
    /// missing model is not an error.</summary>
    public bool IsRecovering { get; } = isRecovering;

    /// <summary>The models in document order, including second models of a name.</summary>
    public List<ModelBuilder> Models { get; } = [];

    /// <summary>The first model of each name.</summary>
    public Dictionary<string, ModelBuilder> ModelsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Reused by the search for the other side of a has-many.</summary>
    public List<BelongsToEntry> Candidates { get; } = [];

    /// <summary>Reused by the check of each display format.</summary>
    public List<DisplayPart> DisplayParts { get; } = [];

    /// <summary>The current model, for diagnostics.</summary>
    public ModelBuilder? Current { get; set; }

    /// <summary>The model that a pass adds to: for a second model of a name the first one, as on the platform.</summary>
    public ModelBuilder TargetOf(ModelBuilder model)
        => model.Name is not null && ModelsByName.TryGetValue(model.Name, out ModelBuilder? first) ? first : model;

    public string Value(int attribute)
    {
        ref readonly XmlAttribute found = ref Tree.Attribute(attribute);
        ReadOnlySpan<char> written = Tree.Text.AsSpan(found.ValueStart, found.ValueLength);
        return found.HasEntity || HasCarriageReturn(written)
            ? XmlText.DecodeValue(Tree, found, null)
            : strings.Get(written);
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

    /// <summary>The text of an element, verbatim.</summary>
    public string Content(int element)
    {
        ref XmlElement found = ref Tree[element];
        ReadOnlySpan<char> written = Tree.Text.AsSpan(found.ContentStart, found.ContentEnd - found.ContentStart);
        return found.IsMixed || HasCarriageReturn(written) ? XmlText.DecodeContent(Tree, element, null) : strings.Get(written);
    }

    /// <summary>The strings that the document's names and values share.</summary>
    public StringPool Strings => strings;

    /// <summary>The text as a shared string.</summary>
    public string Pooled(ReadOnlySpan<char> text) => strings.Get(text);

    public string Name(int element) => strings.Get(Tree.Name(element));

    /// <summary>The range of an attribute's value, or of the element's name if the attribute is missing.</summary>
    public TextSpan SpanOf(int attribute, int element) => attribute < 0 ? Tree[element].NameSpan : Tree.Attribute(attribute).ValueSpan;

    private bool HasCarriageReturn(ReadOnlySpan<char> text) => Tree.HasCarriageReturn && text.IndexOf('\r') >= 0;

    public void Report(SchemaRule rule, TextSpan span, params string[] arguments)
    {
        if (Current is not null && rule.Severity == SchemaSeverity.Error) Current.IsFaulty = true;
        if (!IsRecovering) diagnostics.Add(rule, span, Current?.Name, arguments);
    }

    public void ReportAt(SchemaRule rule, int element, params string[] arguments) => Report(rule, Tree[element].NameSpan, arguments);
}
