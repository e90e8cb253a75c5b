namespace JourneyApps.Schema.Diagnostics;

/// <summary>Collects the diagnostics of one document, up to a limit.</summary>
internal sealed class DiagnosticList(LineMap lines)
{
    private readonly List<SchemaDiagnostic> _diagnostics = [];

    public int Count => _diagnostics.Count;

    public void Add(SchemaRule rule, TextSpan? span, string? model, params string[] arguments)
    {
        if (_diagnostics.Count > SchemaLimits.Diagnostics) return;
        if (_diagnostics.Count == SchemaLimits.Diagnostics)
        {
            (rule, model, arguments) = (SchemaRules.DiagnosticsCut, null, new[] { SchemaLimits.DiagnosticsText });
        }

        TextRange? range = span is { } found ? lines.Range(found) : null;
        _diagnostics.Add(new SchemaDiagnostic(rule, MessageArgument.All(arguments), range, model));
    }

    public IReadOnlyList<SchemaDiagnostic> ToArray() => EquatableArray.ListOf([.. _diagnostics]);
}
