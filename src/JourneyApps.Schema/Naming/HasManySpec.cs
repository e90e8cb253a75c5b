namespace JourneyApps.Schema.Naming;

/// <summary>A has-many to generate: a query on the set of the model that declares it.</summary>
/// <param name="SchemaName">The relationship's name.</param>
/// <param name="Method">The method on the set.</param>
/// <param name="TargetModel">The schema name of the model whose objects are found.</param>
/// <param name="TargetClass">The class of that model.</param>
/// <param name="TargetFields">The struct of that model's field tokens.</param>
/// <param name="InverseIdName">The name, in JSON, of the id that points back.</param>
internal sealed record HasManySpec(
    string SchemaName,
    string Method,
    string TargetModel,
    string TargetClass,
    string TargetFields,
    string InverseIdName);
