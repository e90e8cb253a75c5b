namespace JourneyApps.Generator.Specs;

/// <summary>A set on the client.</summary>
/// <param name="SchemaName">The model's name in the schema.</param>
/// <param name="Class">The model's class.</param>
/// <param name="Set">The class of the set.</param>
/// <param name="Property">The client's property.</param>
internal sealed record SetSpec(string SchemaName, string Class, string Set, string Property);
