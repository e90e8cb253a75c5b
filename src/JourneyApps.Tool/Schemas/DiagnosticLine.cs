using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>A finding in the form that compilers use, which editors and build servers turn into links.</summary>
internal static class DiagnosticLine
{
    public static string Of(string path, SchemaDiagnostic finding)
    {
        string place = finding.Range is { } range ? $"({range.StartLine + 1},{range.StartColumn + 1})" : "";
        return $"{path}{place}: {Word(finding.Severity)} {finding.Rule.Id}: {finding.Message}";
    }

    /// <summary>The severity as a compiler writes it.</summary>
    public static string Word(SchemaSeverity severity) => severity switch
    {
        SchemaSeverity.Error => "error",
        SchemaSeverity.Warning => "warning",
        _ => "info",
    };
}
