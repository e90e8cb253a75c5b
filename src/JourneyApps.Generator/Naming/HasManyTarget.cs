using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>Where a has-many leads.</summary>
/// <param name="Name">The relationship's name.</param>
/// <param name="Model">The schema name of the other model.</param>
/// <param name="Class">The class of the other model; empty when no belongs-to of it leads back, so that nothing can be asked for.</param>
/// <param name="Fields">The token struct of the other model.</param>
/// <param name="InverseIdName">The name, in JSON, of the id that points back.</param>
internal sealed record HasManyTarget(string Name, string Model, string Class, string Fields, string InverseIdName);
