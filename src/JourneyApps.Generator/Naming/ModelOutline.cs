using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>What of a model decides the names of types: its own name and those of its choice fields.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Choices">The names of the choice fields, in order.</param>
internal sealed record ModelOutline(string Name, EquatableArray<string> Choices);
