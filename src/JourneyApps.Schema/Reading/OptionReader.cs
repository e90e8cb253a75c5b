using System.Globalization;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads the options of choice and boolean fields.</summary>
internal sealed class OptionReader(SchemaReading reading)
{
    /// <summary>The options of a boolean without option elements.</summary>
    public static IReadOnlyList<FieldOption> NoAndYes { get; } =
        EquatableArray.ListOf<FieldOption>([new("false", null, "No"), new("true", null, "Yes")]);

    private readonly List<FieldOption> _options = [];
    private HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>The largest integer key so far; −1 before the first one, so that the first automatic key is 0; null after a key that is not
    /// a number. JavaScript's numbers: beyond 2^53 one more can be the same number.</summary>
    private double? _largest;

    /// <summary>The ranges of the option keys of all fields of a model.</summary>
    public List<TextSpan> Spans { get; } = [];

    public IReadOnlyList<FieldOption> ReadAll(int field, FieldType type)
    {
        if (!FieldTypeInfo.Of(type).HasOptions) return [];

        XmlTree tree = reading.Tree;
        _options.Clear();
        if (_keys.Count > 1000) _keys = new(StringComparer.Ordinal);
        _keys.Clear();
        _largest = -1;
        for (int option = tree.FirstChild(field, "option"); option >= 0; option = tree.NextSibling(option, "option"))
            Read(option, type);

        if (type != FieldType.Boolean) return EquatableArray.ListOf([.. _options]);
        if (_options.Count == 0)
        {
            Spans.Add(TextSpan.None);
            Spans.Add(TextSpan.None);
            return NoAndYes;
        }

        if (_options.Count != 2) reading.ReportAt(SchemaRules.BooleanOptionCount, field);
        return EquatableArray.ListOf([.. _options]);
    }

    private void Read(int element, FieldType type)
    {
        AttributeRule[] rules = reading.Dialect.OptionAttributes;
        Span<int> found = stackalloc int[1];
        ElementChecks.Attributes(reading, element, rules, found.Slice(0, rules.Length));

        int attribute = KeyAttribute(element);
        string? written = attribute < 0 ? null : reading.Value(attribute);
        TextSpan span = reading.SpanOf(attribute, element);
        if (type == FieldType.Boolean && written is not ("true" or "false"))
        {
            reading.Report(SchemaRules.BooleanKeyInvalid, span);
            return;
        }

        (string shown, FieldOption option) = FieldTypeInfo.Of(type).HasIntegerKeys
            ? IntegerOption(written, reading.Content(element))
            : (written ?? "null", new FieldOption(written, null, reading.Content(element)));
        if (!_keys.Add(shown))
        {
            reading.Report(SchemaRules.OptionKeyRepeated, span, shown);
            return;
        }

        _options.Add(option);
        Spans.Add(span);
    }

    /// <summary>Version 2 has <c>value</c>, later versions have <c>key</c>. Version 3.0 accepts <c>value</c> and ignores it, and reads
    /// <c>key</c>, which it reports.</summary>
    private int KeyAttribute(int element) => reading.Find(element, reading.Dialect.Generation == Generation.V2 ? "value" : "key");

    private (string Shown, FieldOption Option) IntegerOption(string? written, string label)
    {
        double? key = written is null ? _largest + 1 : ParseInt(written.AsSpan());
        _largest = key is null || _largest is null ? null : Math.Max(_largest.Value, key.Value);
        string shown = key is null ? "NaN" : JavaScriptNumber.Text(key.Value);
        bool fits = long.TryParse(shown, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        return (shown, new FieldOption(fits ? shown : null, fits ? number : null, label));
    }

    /// <summary>Parses an integer like JavaScript's parseInt: blanks, a sign and digits, ignoring the rest; null if there are no
    /// digits.</summary>
    private static double? ParseInt(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && XmlChars.IsBlank(text[0])) text = text.Slice(1);
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+') text = text.Slice(1);

        int length = 0;
        while (length < text.Length && text[length] is >= '0' and <= '9') length++;
        if (length == 0) return null;

        double number = JavaScriptNumber.Parse(text.Slice(0, length).ToString());
        return isNegative ? -number : number;
    }
}
