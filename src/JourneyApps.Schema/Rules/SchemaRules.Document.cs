namespace JourneyApps.Schema;

/// <content>Rules about the document as a whole and what holds for every element.</content>
public static partial class SchemaRules
{
    /// <summary>JA1001: the document has no root element. The text holds no element at all.</summary>
    public static SchemaRule DocumentEmpty { get; } = Error(
        "JA1001",
        "The document has no root element",
        "The document holds no element: write a data model, <data-model>…</data-model>");

    /// <summary>JA1002: the root element is not the expected one. Arguments: the expected root, the one found.</summary>
    public static SchemaRule RootUnexpected { get; } = Error(
        "JA1002",
        "The root element is not the expected one",
        "The root element must be <{0}>, not <{1}>");

    /// <summary>JA1003: the data model has no model. Arguments: the element of a model, the root.</summary>
    public static SchemaRule ModelsMissing { get; } = Error(
        "JA1003",
        "The data model has no model",
        "At least one <{0}> is needed inside <{1}>");

    /// <summary>JA1004: unknown element. Arguments: the element, the one around it.</summary>
    public static SchemaRule ElementUnknown { get; } = Warning(
        "JA1004",
        "Unknown element",
        "<{0}> is not known inside <{1}> and is ignored: remove it, or correct its name");

    /// <summary>JA1005: unknown attribute. Arguments: the attribute, the element.</summary>
    public static SchemaRule AttributeUnknown { get; } = Warning(
        "JA1005",
        "Unknown attribute",
        "The attribute '{0}' is not known on <{1}> and is ignored: remove it, or correct its name");

    /// <summary>JA1006: text where none belongs. Argument: the element.</summary>
    public static SchemaRule TextNotAllowed { get; } = Warning(
        "JA1006",
        "Text where none belongs",
        "Text directly inside <{0}> is ignored: remove it");

    /// <summary>JA1007: a required attribute is missing. Arguments: the attribute, the element.</summary>
    public static SchemaRule AttributeMissing { get; } = Error(
        "JA1007",
        "A required attribute is missing",
        "<{1}> needs the attribute '{0}'");

    /// <summary>JA1008: an attribute is blank. Argument: the attribute.</summary>
    public static SchemaRule AttributeBlank { get; } = Error("JA1008", "An attribute is blank", "The attribute '{0}' must not be blank");

    /// <summary>JA1009: not a valid name. Argument: the name.</summary>
    public static SchemaRule NameInvalid { get; } = Error(
        "JA1009",
        "Not a valid name",
        "'{0}' is not a valid name: begin with a letter and go on with letters, digits and underscores (a to z, without accents)");

    private static SchemaRule[] DocumentRules =>
    [
        DocumentEmpty, RootUnexpected, ModelsMissing, ElementUnknown, AttributeUnknown, TextNotAllowed, AttributeMissing,
        AttributeBlank, NameInvalid,
    ];
}
