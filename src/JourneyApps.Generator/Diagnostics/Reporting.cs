using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.Diagnostics;

/// <summary>Converts diagnostics to the compiler's.</summary>
internal static class Reporting
{
    /// <summary>The address of the pages about rules.</summary>
    public const string HelpLinkBase = "https://github.com/journeyapps-dotnet/journeyapps-generator/blob/main/docs/diagnostics/";

    private const string Category = "JourneyApps";

    private static readonly ConcurrentDictionary<SchemaRule, DiagnosticDescriptor> Descriptors = new();

    /// <summary>Reports a diagnostic.</summary>
    public static void Report(SourceProductionContext output, LocatedDiagnostic found)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        output.ReportDiagnostic(ToDiagnostic(found));
    }

    /// <summary>The compiler's diagnostic, at the exact position in its file.</summary>
    public static Diagnostic ToDiagnostic(LocatedDiagnostic found)
        => Diagnostic.Create(DescriptorOf(found.Rule), LocationOf(found), [.. found.Arguments]);

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor DescriptorOf(SchemaRule rule) => Descriptors.GetOrAdd(rule, Describe);

    [SuppressMessage(
        "MicrosoftCodeAnalysisDesign", "RS1017",
        Justification = "The ids are in the tables of rules, which tests compare with AnalyzerReleases.*.md and the pages.")]
    private static DiagnosticDescriptor Describe(SchemaRule rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        Category,
        rule.Severity switch
        {
            SchemaSeverity.Error => DiagnosticSeverity.Error,
            SchemaSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase + rule.Id + ".md");

    private static Location LocationOf(LocatedDiagnostic found)
    {
        if (found.Path.Length == 0) return Location.None;
        if (found.Range is not { } range) return Location.Create(found.Path, default, default);
        return Location.Create(
            found.Path,
            new Microsoft.CodeAnalysis.Text.TextSpan(range.Start, range.Length),
            new LinePositionSpan(
                new LinePosition(range.StartLine, range.StartColumn), new LinePosition(range.EndLine, range.EndColumn)));
    }
}
