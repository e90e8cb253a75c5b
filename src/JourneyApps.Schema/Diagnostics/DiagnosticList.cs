using System.Globalization;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema;

/// <summary>Collects findings of one document, up to a limit beyond which nobody reads them.</summary>
internal sealed class DiagnosticList(LineMap lines)
{
    private const int LongestArgument = 1000;

    private readonly List<SchemaDiagnostic> _findings = [];

    public int Count => _findings.Count;

    public void Add(SchemaRule rule, TextSpan? span, string? model, params string[] arguments)
    {
        if (_findings.Count > XmlLimits.Diagnostics) return;
        if (_findings.Count == XmlLimits.Diagnostics)
        {
            (rule, model, arguments) = (SchemaRules.FindingsCut, null, [XmlLimits.Diagnostics.ToString(CultureInfo.InvariantCulture)]);
        }

        for (int i = 0; i < arguments.Length; i++) arguments[i] = Shown(arguments[i]);
        _findings.Add(new SchemaDiagnostic(rule, new EquatableArray<string>(arguments), span is { } found ? lines.Range(found) : null, model));
    }

    /// <summary>What of a text from the schema can stand in a message, which is one line of a build's output.</summary>
    private static string Shown(string argument)
    {
        bool isLong = argument.Length > LongestArgument;
        bool isPlain = !isLong;
        foreach (char c in argument) isPlain &= !IsBreak(c);
        if (isPlain) return argument;

        char[] shown = argument.Substring(0, Math.Min(argument.Length, LongestArgument)).ToCharArray();
        for (int i = 0; i < shown.Length; i++)
        {
            if (IsBreak(shown[i])) shown[i] = ' ';
        }

        // Not half of a character at the end.
        int length = char.IsHighSurrogate(shown[shown.Length - 1]) ? shown.Length - 1 : shown.Length;
        return new string(shown, 0, length) + (isLong ? "…" : "");
    }

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    public EquatableArray<SchemaDiagnostic> ToArray() => new([.. _findings]);
}
