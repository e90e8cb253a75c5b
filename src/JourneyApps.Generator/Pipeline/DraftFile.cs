using JourneyApps.Generator.Naming;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The models that go into one generated file, before their members are named.</summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Path">The schema that they come from.</param>
/// <param name="Settings">Namespace and accessibility.</param>
/// <param name="Models">The models.</param>
internal sealed record DraftFile(string HintName, string Path, SchemaSettings Settings, EquatableArray<ModelDraft> Models);
