using JourneyApps.Schema;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Lint;

/// <summary>A diagnostic in JSON. Lines and columns start at 1, ends are exclusive; null when the diagnostic is about the whole document.</summary>
internal sealed record DiagnosticRecord(
    string File, int? Line, int? Column, int? EndLine, int? EndColumn, string Severity, string Id, string Message, string? Model)
{
    public static DiagnosticRecord Of(string path, SchemaDiagnostic diagnostic) => new(
        path,
        diagnostic.Range?.StartLine + 1,
        diagnostic.Range?.StartColumn + 1,
        diagnostic.Range?.EndLine + 1,
        diagnostic.Range?.EndColumn + 1,
        DiagnosticLine.Word(diagnostic.Severity),
        diagnostic.Rule.Id,
        diagnostic.Message,
        diagnostic.Model);
}
