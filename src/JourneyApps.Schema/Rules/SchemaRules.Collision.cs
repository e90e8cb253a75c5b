namespace JourneyApps.Schema;

/// <content>Rules about names that meet in an object's JSON, which the platform does not look for.</content>
public static partial class SchemaRules
{
    /// <summary>JA2001: a field and a belongs-to share a name. Argument: the name.</summary>
    public static SchemaRule FieldAndBelongsTo { get; } = Warning(
        "JA2001",
        "A field and a belongs-to share a name",
        "The field '{0}' and the belongs-to '{0}' share one key in an object's JSON when the relationship is embedded: rename one");

    /// <summary>JA2002: a has-many shares a name. Arguments: the name; field or belongs-to.</summary>
    public static SchemaRule NameAndHasMany { get; } = Info(
        "JA2002",
        "A has-many shares a name",
        "The has-many '{0}' has the name of a {1} of this model; a display that uses the name means the {1}");

    /// <summary>JA2003: a field has the name of a relationship's id. Arguments: the field, the belongs-to.</summary>
    public static SchemaRule FieldAndRelationshipId { get; } = Warning(
        "JA2003",
        "A field has the name of a relationship's id",
        "The field '{0}' has the key under which the belongs-to '{1}' stores its id: rename one");

    /// <summary>JA2004: a field has the name of an attachment's id. Arguments: the field, the other field, its type.</summary>
    public static SchemaRule FieldAndAttachmentId { get; } = Warning(
        "JA2004",
        "A field has the name of an attachment's id",
        "The field '{0}' has the key under which the {2} '{1}' stores its id: rename one");

    /// <summary>JA2005: a belongs-to has the name of another one's id. Arguments: the belongs-to, the other belongs-to or attachment.</summary>
    public static SchemaRule BelongsToAndId { get; } = Warning(
        "JA2005",
        "A belongs-to has the name of another one's id",
        "The belongs-to '{0}' has the key under which '{1}' stores its id: rename one");

    /// <summary>JA2006: a field has the name of metadata. Argument: the name.</summary>
    public static SchemaRule FieldAndMetadata { get; } = Warning(
        "JA2006",
        "A field has the name of metadata",
        "Every object has '{0}' of its own, under the key of this field: rename the field");

    /// <summary>JA2007: a belongs-to has the name of metadata. Argument: the name.</summary>
    public static SchemaRule BelongsToAndMetadata { get; } = Warning(
        "JA2007",
        "A belongs-to has the name of metadata",
        "Every object has '{0}' of its own, under the key of this belongs-to when it is embedded: rename it");

    private static SchemaRule[] CollisionRules =>
    [
        FieldAndBelongsTo, NameAndHasMany, FieldAndRelationshipId, FieldAndAttachmentId, BelongsToAndId, FieldAndMetadata,
        BelongsToAndMetadata,
    ];
}
