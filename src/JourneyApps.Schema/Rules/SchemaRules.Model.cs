namespace JourneyApps.Schema;

/// <content>Rules about models.</content>
public static partial class SchemaRules
{
    /// <summary>JA1101: reserved model name. Argument: the name.</summary>
    public static SchemaRule ModelNameReserved { get; } = Error(
        "JA1101",
        "Reserved model name",
        "'{0}' is reserved and cannot be a model's name: choose another");

    /// <summary>JA1102: risky model name. Argument: the name.</summary>
    public static SchemaRule ModelNameRisky { get; } = Warning(
        "JA1102",
        "Risky model name",
        "'{0}' is a word of TypeScript and can cause trouble as a model's name: choose another if you still can");

    /// <summary>JA1103: a model is defined twice. Argument: the name.</summary>
    public static SchemaRule ModelRepeated { get; } = Error(
        "JA1103",
        "A model is defined twice",
        "The model '{0}' is already defined: rename or remove this one");

    /// <summary>JA1104: unknown classification. Argument: the value.</summary>
    public static SchemaRule ClassificationInvalid { get; } = Error(
        "JA1104",
        "Unknown classification",
        "'{0}' is no classification: write standard or sensitive");

    /// <summary>JA1105: elements out of order. Arguments: the element; fields or attributes, as the dialect calls them.</summary>
    public static SchemaRule ElementOrder { get; } = Error(
        "JA1105",
        "Elements out of order",
        "<{0}> stands too late: first come {1}, then relationships, then display, notify-user, indexes and webhooks");

    private static SchemaRule[] ModelRules =>
    [
        ModelNameReserved, ModelNameRisky, ModelRepeated, ClassificationInvalid, ElementOrder,
    ];
}
