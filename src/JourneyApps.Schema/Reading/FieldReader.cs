using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads the fields of models; one reader serves a whole document and keeps its working space.</summary>
internal sealed class FieldReader(SchemaReading reading)
{
    private const int Name = 0;
    private const int Type = 1;
    private const int Label = 2;
    private const int Media = 3;
    private const int AutoDownload = 4;
    private const int Spec = 4;

    private readonly List<Field> _fields = [];
    private readonly List<TextSpan> _spans = [];
    private readonly OptionReader _options = new(reading);
    private HashSet<string> _names = new(StringComparer.Ordinal);

    public void ReadAll(ModelDraft model)
    {
        XmlTree tree = reading.Tree;
        _fields.Clear();
        _spans.Clear();
        _options.Spans.Clear();
        if (_names.Count > 1000) _names = new(StringComparer.Ordinal);
        _names.Clear();

        string element = reading.Dialect.Field;
        for (int field = tree.Named(tree[model.Element].FirstChild, element); field >= 0; field = tree.Named(tree[field].NextSibling, element))
            Read(field);

        model.Fields = [.. _fields];
        model.FieldSpans = [.. _spans];
        model.OptionSpans = [.. _options.Spans];
    }

    private void Read(int element)
    {
        AttributeRule[] rules = reading.Dialect.FieldAttributes;
        Span<int> found = stackalloc int[rules.Length];
        ElementChecks.Attributes(reading, element, rules, found);

        string? name = found[Name] < 0 ? null : reading.Value(found[Name]);
        if (name is not null) JudgeName(name, found[Name]);

        FieldType type = ReadType(found, out string? subtype);
        bool hasMedia = found[Media] >= 0;
        if (type == FieldType.Attachment && !hasMedia) reading.ReportAt(SchemaRules.MediaMissing, element);
        ElementChecks.Text(reading, element);
        JudgeChildren(element, type);

        int optionSpans = _options.Spans.Count;
        EquatableArray<FieldOption> options = _options.ReadAll(element, type);
        bool isRepeated = name is not null && !_names.Add(name);
        if (isRepeated) reading.Report(SchemaRules.FieldRepeated, reading.SpanOf(found[Name], element), name!);
        if (name is null || isRepeated)
        {
            _options.Spans.RemoveRange(optionSpans, _options.Spans.Count - optionSpans);
            return;
        }

        bool autoDownload = reading.Dialect.Generation != Generation.V2 && found[AutoDownload] >= 0
            && FieldTypes.IsAttachment(type) && reading.Value(found[AutoDownload]) == "true";
        string? media = type == FieldType.Attachment && hasMedia ? reading.Value(found[Media]) : null;
        string label = found[Label] < 0 ? "" : reading.Value(found[Label]);
        _fields.Add(new Field(name, label, type, subtype, media, autoDownload, options));
        _spans.Add(reading.SpanOf(found[Name], element));
    }

    private void JudgeName(string name, int attribute)
    {
        if (Names.IsReservedField(name))
            reading.Report(SchemaRules.FieldNameReserved, reading.Tree.Attribute(attribute).ValueSpan, name);
        else if (name.EndsWith("_id", StringComparison.Ordinal))
            reading.Report(SchemaRules.FieldNameEndsWithId, reading.Tree.Attribute(attribute).ValueSpan, name);
    }

    private FieldType ReadType(ReadOnlySpan<int> found, out string? subtype)
    {
        subtype = null;
        Generation generation = reading.Dialect.Generation;
        if (found[Type] < 0) return FieldType.Unknown;

        string written = reading.Value(found[Type]);
        if (written.Length == 0) return FieldType.Unknown;
        TextSpan span = reading.Tree.Attribute(found[Type]).ValueSpan;

        // ":email" is passed over by the platform without a word, and gives a field without a type.
        int colon = written.IndexOf(':');
        string main = colon < 0 ? written : written.Substring(0, colon);
        FieldType type = FieldTypes.Parse(generation, main.AsSpan());
        if (type == FieldType.Unknown)
        {
            reading.Report(SchemaRules.FieldTypeInvalid, span, written, FieldTypes.Names(generation));
            return type;
        }

        if (generation == Generation.V2)
        {
            if (type == FieldType.Text && found[Spec] >= 0) subtype = FieldTypes.FormatOf(reading.Value(found[Spec]).AsSpan());
            return type;
        }

        if (colon >= 0 && colon + 1 < written.Length) subtype = written.Substring(colon + 1);
        if (type == FieldType.Text && subtype is not null && Array.IndexOf(FieldTypes.TextFormats, subtype) < 0)
            reading.Report(SchemaRules.TextFormatInvalid, span, subtype, string.Join(", ", FieldTypes.TextFormats));
        return type;
    }

    private void JudgeChildren(int element, FieldType type)
    {
        XmlTree tree = reading.Tree;

        // Where the type is the mistake, its options are not another one.
        if (type == FieldType.Unknown) return;
        bool hasOptions = FieldTypes.IsChoice(type) || type == FieldType.Boolean;
        for (int child = tree[element].FirstChild; child >= 0; child = tree[child].NextSibling)
        {
            if (!tree.Is(child, hasOptions ? "option" : "arg")) ElementChecks.UnknownChild(reading, child, element);
        }
    }
}
