using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using JourneyApps.Generator.Pipeline;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.Diagnostics;

/// <summary>Turns findings into the compiler's diagnostics.</summary>
internal static class Reporting
{
    /// <summary>Where each cause has its page.</summary>
    public const string HelpLinkBase = "https://github.com/journeyapps-dotnet/journeyapps-generator/blob/main/docs/diagnostics/";

    private const string Category = "JourneyApps";

    private static readonly ConcurrentDictionary<SchemaRule, DiagnosticDescriptor> Descriptors = new();

    /// <summary>The diagnostic of a finding, at the exact place in its file.</summary>
    /// <param name="finding">The finding.</param>
    public static Diagnostic ToDiagnostic(LocatedFinding finding) =>
        Diagnostic.Create(DescriptorOf(finding.Rule), LocationOf(finding), [.. finding.Arguments]);

    /// <summary>The descriptor of a cause.</summary>
    /// <param name="rule">The cause.</param>
    public static DiagnosticDescriptor DescriptorOf(SchemaRule rule) => Descriptors.GetOrAdd(rule, Describe);

    [SuppressMessage("MicrosoftCodeAnalysisDesign", "RS1017", Justification = "The ids stand in the catalogues of causes, which tests compare with AnalyzerReleases.*.md and the pages about them.")]
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

    private static Location LocationOf(LocatedFinding finding)
    {
        if (finding.Path.Length == 0) return Location.None;
        if (finding.Range is not { } range) return Location.Create(finding.Path, default, default);
        return Location.Create(
            finding.Path,
            new TextSpan(range.Start, range.Length),
            new LinePositionSpan(
                new LinePosition(range.StartLine, range.StartColumn), new LinePosition(range.EndLine, range.EndColumn)));
    }
}
