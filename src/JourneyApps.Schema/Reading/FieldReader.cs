using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads the fields of models; one reader is used for a whole document and reuses its lists.</summary>
internal sealed class FieldReader(SchemaReading reading)
{
    private const int Name = 0;
    private const int Type = 1;
    private const int Label = 2;
    private const int Media = 3;
    private const int AutoDownload = 4;
    private const int Spec = 4;

    private static readonly ElementChecks.ChildGroup InChoice = static (_, name) => name is "option" ? 1 : 0;

    // The platform accepts it and does not check it.
    private static readonly ElementChecks.ChildGroup InOther = static (_, name) => name is "arg" ? 1 : 0;

    private readonly List<Field> _fields = [];
    private readonly List<TextSpan> _spans = [];
    private readonly OptionReader _options = new(reading);
    private HashSet<string> _names = new(StringComparer.Ordinal);

    public void ReadAll(ModelBuilder model)
    {
        XmlTree tree = reading.Tree;
        _fields.Clear();
        _spans.Clear();
        _options.Spans.Clear();
        if (_names.Count > 1000) _names = new(StringComparer.Ordinal);
        _names.Clear();

        string element = reading.Dialect.Field;
        for (int field = tree.FirstChild(model.Element, element); field >= 0; field = tree.NextSibling(field, element))
            Read(model, field);

        model.Fields = [.. _fields];
        model.FieldSpans = [.. _spans];
        model.OptionSpans = [.. _options.Spans];
    }

    private void Read(ModelBuilder model, int element)
    {
        AttributeRule[] rules = reading.Dialect.FieldAttributes;
        Span<int> found = stackalloc int[rules.Length];
        ElementChecks.Attributes(reading, element, rules, found);

        string? name = found[Name] < 0 ? null : reading.Value(found[Name]);
        if (name is not null) CheckName(name, found[Name]);

        string written = found[Type] < 0 ? "" : reading.Value(found[Type]);
        FieldType type = ParseType(written, out string? subtype);
        var info = FieldTypeInfo.Of(type);
        ElementChecks.Children(reading, element, MayHaveOptions(written, info) ? InChoice : InOther);

        if (reading.Dialect.Generation == Generation.V2) subtype = ReadSpec(type, found[Spec]);
        else if (!info.HasSubtype) subtype = null;
        else if (subtype is not null) CheckSubtype(subtype, found[Type]);
        int optionSpans = _options.Spans.Count;
        IReadOnlyList<FieldOption> options = _options.ReadAll(element, type);

        // Not for "attachment:anything": the platform compares the type as written.
        bool hasMedia = found[Media] >= 0;
        if (!hasMedia && written == "attachment") reading.ReportAt(SchemaRules.MediaMissing, element);
        if (type == FieldType.Unknown && written.Length > 0)
        {
            TextSpan span = reading.Tree.Attribute(found[Type]).ValueSpan;
            reading.Report(SchemaRules.FieldTypeInvalid, span, written, reading.Dialect.TypeWords);
        }

        // The platform compares missing names like all others.
        bool isRepeated = !_names.Add(name ?? Names.Missing);
        if (isRepeated) reading.Report(SchemaRules.FieldRepeated, reading.SpanOf(found[Name], element), name ?? Names.Missing);
        if (name is null || isRepeated)
        {
            if (name is null && !isRepeated) model.NamelessField = type;
            _options.Spans.RemoveRange(optionSpans, _options.Spans.Count - optionSpans);
            return;
        }

        bool autoDownload = reading.Dialect.Generation != Generation.V2 && found[AutoDownload] >= 0
            && info.IsFile && reading.Value(found[AutoDownload]) == "true";
        string? media = info.HasMedia && hasMedia ? reading.Value(found[Media]) : null;
        string label = found[Label] < 0 ? "" : reading.Value(found[Label]);
        _fields.Add(new Field(name, label, type, subtype, media, autoDownload, options));
        _spans.Add(reading.SpanOf(found[Name], element));
    }

    /// <summary>Whether a field can have options. The words of the later versions are not types in version 2, but options in a field with
    /// one of them are not reported either.</summary>
    private bool MayHaveOptions(string written, FieldTypeInfo info)
        => info.HasOptions
            || (reading.Dialect.Generation == Generation.V2 && FieldTypeInfo.Find(written.AsSpan()) is { HasOptions: true });

    private void CheckName(string name, int attribute)
    {
        if (Names.IsReservedField(name))
            reading.Report(SchemaRules.FieldNameReserved, reading.Tree.Attribute(attribute).ValueSpan, name);
        else if (name.EndsWith("_id", StringComparison.Ordinal))
            reading.Report(SchemaRules.FieldNameEndsWithId, reading.Tree.Attribute(attribute).ValueSpan, name);
    }

    /// <summary>The type and its subtype, which follows a colon. Version 2 does not have subtypes. The platform does not report ":email";
    /// here it is an unknown type.</summary>
    private FieldType ParseType(string written, out string? subtype)
    {
        int colon = reading.Dialect.Generation == Generation.V2 ? -1 : written.IndexOf(':');
        subtype = colon >= 0 && colon + 1 < written.Length ? reading.Pooled(written.AsSpan(colon + 1)) : null;
        return reading.Dialect.TypeOf(colon < 0 ? written.AsSpan() : written.AsSpan(0, colon));
    }

    private string? ReadSpec(FieldType type, int attribute)
        => type == FieldType.Text && attribute >= 0 ? AttributeValues.SubtypeOf(reading.Value(attribute).AsSpan()) : null;

    private void CheckSubtype(string format, int attribute)
    {
        if (Array.IndexOf(AttributeValues.TextSubtypes, format) >= 0) return;
        TextSpan span = reading.Tree.Attribute(attribute).ValueSpan;
        reading.Report(SchemaRules.TextFormatInvalid, span, format, string.Join(", ", AttributeValues.TextSubtypes));
    }
}
