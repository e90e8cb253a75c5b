namespace JourneyApps.Schema;

/// <content>Rules about fields.</content>
public static partial class SchemaRules
{
    /// <summary>JA1201: reserved field name. Argument: the name.</summary>
    public static SchemaRule FieldNameReserved { get; } = Error(
        "JA1201",
        "Reserved field name",
        "'{0}' is reserved and cannot be a field's name: choose another");

    /// <summary>JA1202: a field name that ends in _id. Argument: the name.</summary>
    public static SchemaRule FieldNameEndsWithId { get; } = Warning(
        "JA1202",
        "A field name that ends in _id",
        "The field name '{0}' ends in _id, as the ids of relationships do: use a belongs-to, or another name");

    /// <summary>JA1203: a field is defined twice. Argument: the name.</summary>
    public static SchemaRule FieldRepeated { get; } = Error(
        "JA1203",
        "A field is defined twice",
        "The field '{0}' is already defined in this model: rename or remove this one");

    /// <summary>JA1204: unknown field type. Arguments: the type; those that exist.</summary>
    public static SchemaRule FieldTypeInvalid { get; } = Error("JA1204", "Unknown field type", "'{0}' is no field type: use one of {1}");

    /// <summary>JA1205: unknown text format. Arguments: the format; those that exist.</summary>
    public static SchemaRule TextFormatInvalid { get; } = Error(
        "JA1205",
        "Unknown text format",
        "'{0}' is no format of text: use one of {1}");

    /// <summary>JA1206: unknown media type. Arguments: the value; those that exist.</summary>
    public static SchemaRule MediaInvalid { get; } = Error(
        "JA1206",
        "Unknown media type",
        "'{0}' is not allowed as media: write any, or exactly one of the allowed types ({1})");

    /// <summary>JA1207: an attachment without media type.</summary>
    public static SchemaRule MediaMissing { get; } = Error(
        "JA1207",
        "An attachment without media type",
        "An attachment needs media: a specific type, as in media=\"application/pdf\", or media=\"any\"");

    /// <summary>JA1208: auto-download is neither true nor false. Argument: the value.</summary>
    public static SchemaRule AutoDownloadInvalid { get; } = Error(
        "JA1208",
        "auto-download is neither true nor false",
        "auto-download must be true or false, not '{0}'");

    /// <summary>JA1209: spec is deprecated.</summary>
    public static SchemaRule SpecDeprecated { get; } = Warning(
        "JA1209",
        "spec is deprecated",
        "'spec' is deprecated: write the format behind the type, as in type=\"text:email\", and remove it");

    /// <summary>JA1210: deprecated attribute. Argument: the attribute.</summary>
    public static SchemaRule AttributeDeprecated { get; } = Warning(
        "JA1210",
        "Deprecated attribute",
        "The attribute '{0}' is deprecated and has no effect: remove it");

    /// <summary>JA1211: unknown spec. Arguments: the value; those that exist. Version 2 only.</summary>
    public static SchemaRule SpecInvalid { get; } = Error("JA1211", "Unknown spec", "'{0}' is no spec: use one of {1}");

    private static SchemaRule[] FieldRules =>
    [
        FieldNameReserved, FieldNameEndsWithId, FieldRepeated, FieldTypeInvalid, TextFormatInvalid, MediaInvalid, MediaMissing,
        AutoDownloadInvalid, SpecDeprecated, AttributeDeprecated, SpecInvalid,
    ];
}
