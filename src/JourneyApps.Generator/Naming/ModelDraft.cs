using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Naming;

/// <summary>
/// A model with everything from outside that its code depends on. What happens in other models does not reach it but through these
/// values, so a change there leaves it equal.
/// </summary>
/// <param name="Model">The model as the schema has it.</param>
/// <param name="Names">The names of its types.</param>
/// <param name="Links">The class of the target of each belongs-to, in order; empty text where the target is not generated.</param>
/// <param name="HasMany">Each has-many that can be followed.</param>
/// <param name="Chosen">The names that the user chose for it.</param>
internal sealed record ModelDraft(
    Model Model,
    ModelTypeNames Names,
    EquatableArray<string> Links,
    EquatableArray<HasManyTarget> HasMany,
    ChosenNames Chosen);
