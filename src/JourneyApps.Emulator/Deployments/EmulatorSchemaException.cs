using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JourneyApps.Emulator;

/// <summary>The schema has errors and cannot be served. The message lists them with line and column.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always carries the diagnostics.")]
public sealed class EmulatorSchemaException : Exception
{
    /// <summary>Creates an exception for a schema with errors.</summary>
    /// <param name="diagnostics">The diagnostics of the schema; the message lists errors only.</param>
    public EmulatorSchemaException(IReadOnlyList<SchemaDiagnostic> diagnostics)
        : base(Describe(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All diagnostics, including warnings.</summary>
    public IReadOnlyList<SchemaDiagnostic> Diagnostics { get; }

    private static string Describe(IReadOnlyList<SchemaDiagnostic> diagnostics)
    {
        IEnumerable<string> lines = diagnostics.Where(diagnostic => diagnostic.Severity == SchemaSeverity.Error).Select(Describe);
        return string.Join(Environment.NewLine, lines.Prepend("The schema has errors:"));
    }

    private static string Describe(SchemaDiagnostic diagnostic)
    {
        // Editors count lines and columns from 1.
        string place = diagnostic.Range is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"({range.StartLine + 1},{range.StartColumn + 1}): ")
            : string.Empty;
        return $"  {place}{diagnostic.Rule.Id}: {diagnostic.Message}";
    }
}
