namespace JourneyApps.Schema.Json;

/// <summary>The member names of the two JSON forms: the API's <c>datamodel.json</c>, and the internal form of the platform's
/// tools.</summary>
internal sealed record JsonWords(
    string Models, string Fields, string Subtype, string OptionKey, string OptionLabel, string BelongsTo, string Model, string InverseOf)
{
    public static JsonWords Api { get; } = new("models", "fields", "subtype", "key", "display", "belongs_to", "model", "inverse_of");

    public static JsonWords Internal { get; } = new(
        "objects", "attributes", "subType", "value", "label", "belongsTo", "type", "foreignName");
}
