namespace JourneyApps.Generator.Specs;

/// <summary>One file of generated models: first with the inputs of each model, then with its names assigned.</summary>
/// <typeparam name="TModel">The type of the models.</typeparam>
/// <param name="HintName">The name of the file, unique in the project ignoring case.</param>
/// <param name="SchemaPath">The schema of the models.</param>
/// <param name="Settings">Namespace and accessibility.</param>
/// <param name="Models">The models in the file: one, or a bucket of a large schema; none for a model with errors.</param>
internal sealed record ModelFile<TModel>(string HintName, string SchemaPath, SchemaSettings Settings, EquatableArray<TModel> Models)
    where TModel : IEquatable<TModel>;
