using JourneyApps.Generator.Specs;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>A model whose members are named.</summary>
/// <param name="Spec">What is emitted.</param>
/// <param name="Findings">What is worth knowing about the names.</param>
internal sealed record NamedModel(ModelSpec Spec, EquatableArray<NameFinding> Findings);
