using System.Globalization;
using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Schema.Json;

/// <summary>Reads the fields of one model.</summary>
internal sealed class JsonFieldReader(
    JsonWords words, ModelBuilder model, DiagnosticList diagnostics, CancellationToken cancellation)
{
    private readonly List<Field> _fields = [];
    private readonly List<TextSpan> _spans = [];
    private readonly List<TextSpan> _optionSpans = [];

    public void ReadAll(JsonValue source)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonMember member in Members(source, words.Fields))
        {
            cancellation.ThrowIfCancellationRequested();
            if (member.Value.Kind != JsonKind.Object) ReportShape(member.Value, member.Name, "an object with a type");
            else if (names.Add(member.Name)) Read(member);
        }

        model.Fields = [.. _fields];
        model.FieldSpans = [.. _spans];
        model.OptionSpans = [.. _optionSpans];
    }

    private List<JsonMember> Members(JsonValue source, string name)
    {
        JsonValue? value = source.Find(name);
        if (value is not (null or { Kind: JsonKind.Object })) ReportShape(value, name, "an object");
        return value?.Members ?? [];
    }

    private void Read(JsonMember member)
    {
        string written = member.Value.StringOf("type") ?? "";
        FieldType type = FieldTypeInfo.Find(written.AsSpan())?.Type ?? FieldType.Unknown;
        if (type == FieldType.Unknown)
        {
            TextSpan span = member.Value.Find("type")?.Span ?? member.NameSpan;
            diagnostics.Add(SchemaRules.JsonTypeUnknown, span, model.Name, written);
        }

        string? subtype = member.Value.StringOf(words.Subtype);
        _fields.Add(new Field(
            member.Name,
            member.Value.StringOf("label") ?? "",
            type,
            string.IsNullOrEmpty(subtype) ? null : subtype,
            Media: null,
            AutoDownload: false,
            ReadOptions(member.Value, type)));
        _spans.Add(member.NameSpan);
    }

    private IReadOnlyList<FieldOption> ReadOptions(JsonValue field, FieldType type)
    {
        if (!FieldTypeInfo.Of(type).HasOptions) return [];

        JsonValue? options = field.Find("options");
        if (options is not (null or { Kind: JsonKind.Array })) ReportShape(options, "options", "an array");
        if (type == FieldType.Boolean && (options is null || options.Items.Count == 0))
        {
            _optionSpans.Add(TextSpan.None);
            _optionSpans.Add(TextSpan.None);
            return OptionReader.NoAndYes;
        }

        List<FieldOption> read = [];
        foreach (JsonValue option in Sorted(options?.Items ?? []))
        {
            cancellation.ThrowIfCancellationRequested();
            JsonValue? key = option.Find(words.OptionKey);
            read.Add(Option(key, option.StringOf(words.OptionLabel) ?? "", type));
            _optionSpans.Add(key?.Span ?? option.Span);
        }

        return EquatableArray.ListOf([.. read]);
    }

    /// <summary>Restores the declared order: the internal form lists integer-like keys first and keeps the position as
    /// <c>index</c>.</summary>
    private IEnumerable<JsonValue> Sorted(List<JsonValue> options)
        => options.TrueForAll(option => Index(option) is not null) ? options.OrderBy(option => Index(option)) : options;

    private int? Index(JsonValue option)
    {
        cancellation.ThrowIfCancellationRequested();
        return option.Find("index") is { Kind: JsonKind.Number } index
            && int.TryParse(index.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    private static FieldOption Option(JsonValue? key, string label, FieldType type)
    {
        if (!FieldTypeInfo.Of(type).HasIntegerKeys) return new FieldOption(key?.Text, null, label);

        bool fits = long.TryParse(key?.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        return fits ? new FieldOption(number.ToString(CultureInfo.InvariantCulture), number, label) : new FieldOption(null, null, label);
    }

    private void ReportShape(JsonValue value, string name, string expected)
    {
        model.IsFaulty = true;
        diagnostics.Add(SchemaRules.JsonShape, value.Span, model.Name, name, expected);
    }
}
