namespace JourneyApps.Schema;

/// <content>Rules about the API's datamodel.json.</content>
public static partial class SchemaRules
{
    /// <summary>JA2031: malformed JSON. Argument: what was expected.</summary>
    public static SchemaRule JsonMalformed { get; } = Error("JA2031", "Malformed JSON", "The document is not JSON: {0}");

    /// <summary>JA2032: not a data model in JSON. Arguments: the member, what it must be.</summary>
    public static SchemaRule JsonShape { get; } = Error("JA2032", "Not a data model in JSON", "'{0}' must be {1}");

    /// <summary>JA2033: unknown field type in JSON. Argument: the type.</summary>
    public static SchemaRule JsonTypeUnknown { get; } = Warning(
        "JA2033",
        "Unknown field type in JSON",
        "The field type '{0}' is not known to this version; the field is left out of generated code");

    private static SchemaRule[] JsonRules =>
    [
        JsonMalformed, JsonShape, JsonTypeUnknown,
    ];
}
