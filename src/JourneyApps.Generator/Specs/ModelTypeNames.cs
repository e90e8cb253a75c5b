using JourneyApps.Schema;

namespace JourneyApps.Generator.Specs;

/// <summary>The names of the types that one model becomes.</summary>
/// <param name="Class">The model's class.</param>
/// <param name="Fields">The struct of its field tokens.</param>
/// <param name="Set">The class of its set.</param>
/// <param name="SetProperty">The client's property that holds the set.</param>
/// <param name="Enums">The enum of each choice field, in the order of the choice fields.</param>
internal sealed record ModelTypeNames(string Class, string Fields, string Set, string SetProperty, EquatableArray<string> Enums);
