namespace JourneyApps.Generator.Specs;

/// <summary>The client class of one schema.</summary>
/// <param name="Settings">Namespace, name and accessibility.</param>
/// <param name="AppUserModel">The schema name of the model whose objects are the app's users, from application.xml; <see langword="null"/>
/// if it is not known.</param>
/// <param name="Sets">The sets in the schema's order.</param>
internal sealed record ClientSpec(SchemaSettings Settings, string? AppUserModel, EquatableArray<SetSpec> Sets);
