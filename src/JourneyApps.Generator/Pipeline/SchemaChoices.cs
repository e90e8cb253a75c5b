using JourneyApps.Generator.Naming;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The names chosen for one schema.</summary>
/// <param name="Stem">The path of names file and schema without extension.</param>
/// <param name="Names">The names.</param>
internal sealed record SchemaChoices(string Stem, ChosenNames Names);
