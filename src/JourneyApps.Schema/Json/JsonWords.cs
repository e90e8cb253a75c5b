namespace JourneyApps.Schema.Json;

/// <summary>What the two JSON forms call things: the API's <c>datamodel.json</c>, and what the platform's own tools keep.</summary>
internal sealed record JsonWords(
    string Models, string Fields, string Subtype, string OptionKey, string OptionLabel, string BelongsTo, string Model, string InverseOf)
{
    public static JsonWords Api { get; } = new("models", "fields", "subtype", "key", "display", "belongs_to", "model", "inverse_of");

    public static JsonWords Internal { get; } = new("objects", "attributes", "subType", "value", "label", "belongsTo", "type", "foreignName");
}
