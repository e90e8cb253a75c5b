namespace JourneyApps.Internal.Features.Deployments;

/// <summary>A field or belongs-to as this code was generated with it.</summary>
/// <param name="Name">The schema's name; a belongs-to without its <c>_id</c>.</param>
/// <param name="Type">The schema's word for the type.</param>
/// <param name="Target">Of a belongs-to: the other model's name; else null.</param>
/// <param name="Options">Of a choice: keys and labels in declared order; null when not known.</param>
internal sealed record FieldDescription(string Name, string Type, string? Target, IReadOnlyList<KeyValuePair<string, string>>? Options);
