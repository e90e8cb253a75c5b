namespace JourneyApps.Schema.Naming;

/// <summary>A belongs-to to generate.</summary>
/// <param name="SchemaName">The relationship's name.</param>
/// <param name="IdName">The name of the id in JSON: the relationship's name and <c>_id</c>.</param>
/// <param name="IdProperty">The property of the id.</param>
/// <param name="Property">The property of the linked object.</param>
/// <param name="TargetModel">The schema name of the model that it points to.</param>
/// <param name="TargetClass">The class of that model.</param>
/// <param name="IsFirstInJson">Whether no earlier member has the id's name in JSON.</param>
internal sealed record BelongsToSpec(
    string SchemaName, string IdName, string IdProperty, string Property, string TargetModel, string TargetClass, bool IsFirstInJson);
