namespace JourneyApps.Tool.Schemas;

/// <summary>Formats a diagnostic as compilers do, so that editors and build servers turn it into a link.</summary>
internal static class DiagnosticLine
{
    public static string Of(string path, SchemaDiagnostic diagnostic)
    {
        string position = diagnostic.Range is { } range ? $"({range.StartLine + 1},{range.StartColumn + 1})" : "";
        return $"{path}{position}: {Word(diagnostic.Severity)} {diagnostic.Rule.Id}: {diagnostic.Message}";
    }

    /// <summary>The severity in the words of compilers.</summary>
    public static string Word(SchemaSeverity severity) => severity switch
    {
        SchemaSeverity.Error => "error",
        SchemaSeverity.Warning => "warning",
        SchemaSeverity.Info => "info",
    };
}
