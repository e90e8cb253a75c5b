using JourneyApps.Schema;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Lint;

/// <summary>A finding in JSON. Lines and columns count from 1, ends are exclusive; null where the document as a whole is meant.</summary>
internal sealed record DiagnosticRecord(
    string File, int? Line, int? Column, int? EndLine, int? EndColumn, string Severity, string Id, string Message, string? Model)
{
    public static DiagnosticRecord Of(string path, SchemaDiagnostic finding) => new(
        path,
        finding.Range?.StartLine + 1,
        finding.Range?.StartColumn + 1,
        finding.Range?.EndLine + 1,
        finding.Range?.EndColumn + 1,
        DiagnosticLine.Word(finding.Severity),
        finding.Rule.Id,
        finding.Message,
        finding.Model);
}
