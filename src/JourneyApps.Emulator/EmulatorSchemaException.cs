using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using JourneyApps.Schema;

namespace JourneyApps.Emulator;

/// <summary>The schema has errors, so there is nothing to serve. The message lists them with line and column.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always carries the findings.")]
public sealed class EmulatorSchemaException : Exception
{
    /// <summary>An exception for a schema with errors.</summary>
    /// <param name="findings">What is wrong with the schema; only errors are listed in the message.</param>
    public EmulatorSchemaException(IReadOnlyList<SchemaDiagnostic> findings)
        : base(Describe(findings)) => Diagnostics = findings;

    /// <summary>All findings, also those that are no errors.</summary>
    public IReadOnlyList<SchemaDiagnostic> Diagnostics { get; }

    private static string Describe(IReadOnlyList<SchemaDiagnostic> findings)
    {
        IEnumerable<string> lines = findings.Where(finding => finding.Severity == SchemaSeverity.Error).Select(Describe);
        return string.Join(Environment.NewLine, lines.Prepend("The schema has errors:"));
    }

    private static string Describe(SchemaDiagnostic finding)
    {
        // Editors count lines and columns from 1.
        string place = finding.Range is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"({range.StartLine + 1},{range.StartColumn + 1}): ")
            : string.Empty;
        return $"  {place}{finding.Rule.Id}: {finding.Message}";
    }
}
