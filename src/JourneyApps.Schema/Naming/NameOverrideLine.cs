namespace JourneyApps.Schema.Naming;

/// <summary>A line of <c>schema.names</c> with its position.</summary>
/// <param name="Override">The name.</param>
/// <param name="Range">The range of the left side.</param>
internal sealed record NameOverrideLine(NameOverride Override, TextRange Range);
