namespace JourneyApps.Schema;

/// <summary>The C# name of an element of a data model.</summary>
/// <param name="Key">The element as <c>schema.names</c> writes it: <c>job</c> for a model, <c>job[]</c> for its set on the client,
/// <c>job.title</c> for a field or relationship, <c>job.site_id</c> for the id of the belongs-to <c>site</c>, <c>job.state["done"]</c> for
/// an option.</param>
/// <param name="Name">The name in C#.</param>
public sealed record GeneratedName(string Key, string Name);
