namespace JourneyApps.Schema;

/// <content>Rules about belongs-to and has-many.</content>
public static partial class SchemaRules
{
    /// <summary>JA1401: undefined model. Argument: the model.</summary>
    public static SchemaRule ModelUndefined { get; } = Error(
        "JA1401",
        "Undefined model",
        "The model '{0}' is not defined: correct the name (capitals matter), or define the model");

    /// <summary>JA1402: a relationship is defined twice. Argument: the relationship.</summary>
    public static SchemaRule RelationshipRepeated { get; } = Error(
        "JA1402",
        "A relationship is defined twice",
        "The relationship '{0}' is already defined in this model: give this one another name");

    /// <summary>JA1403: undefined inverse. Arguments: the belongs-to, the model.</summary>
    public static SchemaRule InverseUndefined { get; } = Error(
        "JA1403",
        "Undefined inverse",
        "The model '{1}' has no belongs-to '{0}': correct inverse-of");

    /// <summary>JA1404: a has-many without its belongs-to. Arguments: this model, the other.</summary>
    public static SchemaRule BelongsToMissing { get; } = Error(
        "JA1404",
        "A has-many without its belongs-to",
        "This has-many needs a belongs-to that points to '{0}' in the model '{1}': add it there");

    /// <summary>JA1405: an ambiguous has-many. Argument: their names.</summary>
    public static SchemaRule HasManyAmbiguous { get; } = Error(
        "JA1405",
        "An ambiguous has-many",
        "Several belongs-to of the other model point here: set inverse-of to one of {0}");

    /// <summary>JA1406: a belongs-to with two has-many. Arguments: the belongs-to, its has-many.</summary>
    public static SchemaRule InverseTaken { get; } = Error(
        "JA1406",
        "A belongs-to with two has-many",
        "The belongs-to '{0}' already has the has-many '{1}': remove this one, or set inverse-of to another");

    private static SchemaRule[] RelationshipRules =>
    [
        ModelUndefined, RelationshipRepeated, InverseUndefined, BelongsToMissing, HasManyAmbiguous, InverseTaken,
    ];
}
