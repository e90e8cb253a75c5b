namespace JourneyApps.Schema.Tests.Deviations;

/// <summary>A rule of docs/deviations.md.</summary>
/// <param name="Name">The name, which is a heading of the page.</param>
/// <param name="Apply">Makes our findings those of the platform, and says whether the rule had to.</param>
internal sealed record Deviation(string Name, Func<ComparedFindings, bool> Apply)
{
    /// <summary>All rules; findings that still differ after them are a fault.</summary>
    public static IReadOnlyList<Deviation> All { get; } =
    [
        new("Statements in a display", comparison => comparison.Remove(DisplayRules.IsStatement)),
        new("Places in a display", DisplayRules.MovePlaces),
        new("Values of auto-download", AutoDownloadRule.Apply),
        new("A type that begins with a colon", comparison => comparison.Remove(IsTypeWithoutName)),
        new("White space around an equals sign", EqualsSignRule.Apply),
        new("Names of JavaScript", ScriptNames.Apply),
    ];

    private static bool IsTypeWithoutName(SchemaDiagnostic finding)
        => finding.Rule == SchemaRules.FieldTypeInvalid && finding.Arguments[0].StartsWith(':');
}
