namespace JourneyApps.Generator.Pipeline;

/// <summary>What becomes of one schema file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Fate">What becomes of it.</param>
internal sealed record PlanEntry(string Path, SchemaFate Fate);
