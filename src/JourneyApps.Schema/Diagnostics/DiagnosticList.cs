using System.Globalization;

namespace JourneyApps.Schema.Diagnostics;

/// <summary>Collects the diagnostics of one document, up to a limit.</summary>
internal sealed class DiagnosticList(LineMap lines)
{
    private const int LongestArgument = 1000;

    private readonly List<SchemaDiagnostic> _diagnostics = [];

    public int Count => _diagnostics.Count;

    public void Add(SchemaRule rule, TextSpan? span, string? model, params string[] arguments)
    {
        if (_diagnostics.Count > SchemaLimits.Diagnostics) return;
        if (_diagnostics.Count == SchemaLimits.Diagnostics)
        {
            (rule, model) = (SchemaRules.DiagnosticsCut, null);
            arguments = [SchemaLimits.Diagnostics.ToString(CultureInfo.InvariantCulture)];
        }

        for (int i = 0; i < arguments.Length; i++) arguments[i] = Shown(arguments[i]);
        TextRange? range = span is { } found ? lines.Range(found) : null;
        _diagnostics.Add(new SchemaDiagnostic(rule, EquatableArray.ListOf(arguments), range, model));
    }

    /// <summary>A text from the schema as part of a message, which is one line of a build's output.</summary>
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

        // Do not end with half of a surrogate pair.
        int length = char.IsHighSurrogate(shown[shown.Length - 1]) ? shown.Length - 1 : shown.Length;
        return new string(shown, 0, length) + (isLong ? "…" : "");
    }

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    public IReadOnlyList<SchemaDiagnostic> ToArray() => EquatableArray.ListOf([.. _diagnostics]);
}
