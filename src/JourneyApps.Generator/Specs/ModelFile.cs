using JourneyApps.Generator.Pipeline;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Specs;

/// <summary>One file of generated models.</summary>
/// <param name="HintName">The name of the file, unique in the project ignoring case.</param>
/// <param name="Settings">Namespace and accessibility.</param>
/// <param name="Models">The models in it: one, or a bucket of a large schema.</param>
internal sealed record ModelFile(string HintName, SchemaSettings Settings, EquatableArray<ModelSpec> Models);
