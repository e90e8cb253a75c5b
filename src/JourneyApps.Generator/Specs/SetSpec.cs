namespace JourneyApps.Generator.Specs;

/// <summary>A set on the client.</summary>
internal sealed record SetSpec(string SchemaName, string Class, string Set, string Property);
