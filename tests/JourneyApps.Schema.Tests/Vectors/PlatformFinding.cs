namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>A finding of the platform: its severity and, unless the document is empty, its place counted from 1.</summary>
internal sealed record PlatformFinding(SchemaSeverity Severity, int? Line, int? Column)
{
    public override string ToString() => $"{Severity} {Line}:{Column}";
}
