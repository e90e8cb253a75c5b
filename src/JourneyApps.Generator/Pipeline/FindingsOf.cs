using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The findings about names from one part of a schema.</summary>
/// <param name="Path">The schema.</param>
/// <param name="Findings">The findings.</param>
internal sealed record FindingsOf(string Path, EquatableArray<NameFinding> Findings);
