namespace JourneyApps.Schema;

/// <content>Rules about the form of the document; each is fatal, nothing else is reported beside them.</content>
public static partial class SchemaRules
{
    /// <summary>JA1050: the root element is not closed. Reported at the last character.</summary>
    public static SchemaRule RootNotClosed { get; } = Error(
        "JA1050",
        "The root element is not closed",
        "The document ends before the root element is closed: an end tag is missing");

    /// <summary>JA1051: the document ends too early. Reported at the last character.</summary>
    public static SchemaRule DocumentCutOff { get; } = Error(
        "JA1051",
        "The document ends too early",
        "The document ends inside a tag, a comment or a declaration: complete it");

    /// <summary>JA1052: an attribute is given twice. Argument: the attribute.</summary>
    public static SchemaRule AttributeRepeated { get; } = Error(
        "JA1052",
        "An attribute is given twice",
        "The attribute '{0}' is given twice on this element: remove one");

    /// <summary>JA1053: an attribute value is not quoted.</summary>
    public static SchemaRule AttributeNotQuoted { get; } = Error(
        "JA1053",
        "An attribute value is not quoted",
        "Attribute values must stand in quotes: write name=\"value\"");

    /// <summary>JA1054: an attribute has no value. Argument: the attribute.</summary>
    public static SchemaRule AttributeWithoutValue { get; } = Error(
        "JA1054",
        "An attribute has no value",
        "The attribute '{0}' has no value: write {0}=\"…\"");

    /// <summary>JA1055: no space between attributes.</summary>
    public static SchemaRule AttributesNotSeparated { get; } = Error(
        "JA1055",
        "No space between attributes",
        "A space is missing before this attribute");

    /// <summary>JA1056: not an attribute name.</summary>
    public static SchemaRule AttributeNameInvalid { get; } = Error(
        "JA1056",
        "Not an attribute name",
        "An attribute name cannot hold this character");

    /// <summary>JA1057: not an element name.</summary>
    public static SchemaRule TagNameInvalid { get; } = Error(
        "JA1057",
        "Not an element name",
        "An element name cannot hold this character");

    /// <summary>JA1058: a slash inside a tag.</summary>
    public static SchemaRule SlashMisplaced { get; } = Error(
        "JA1058",
        "A slash inside a tag",
        "A slash inside a start tag must be followed by >");

    /// <summary>JA1059: an element is not closed. Argument: the name in the end tag.</summary>
    public static SchemaRule EndTagUnexpected { get; } = Error(
        "JA1059",
        "An element is not closed",
        "</{0}> closes an element while another one inside it is still open: an end tag is missing before it");

    /// <summary>JA1060: an end tag without a start tag. Argument: the name in the end tag.</summary>
    public static SchemaRule EndTagUnmatched { get; } = Error(
        "JA1060",
        "An end tag without a start tag",
        "</{0}> closes an element that is not open: remove it, or correct its name");

    /// <summary>JA1061: an end tag is malformed.</summary>
    public static SchemaRule EndTagInvalid { get; } = Error(
        "JA1061",
        "An end tag is malformed",
        "An end tag holds a name and nothing else: write </name>");

    /// <summary>JA1062: a bare ampersand.</summary>
    public static SchemaRule AmpersandNotEscaped { get; } = Error("JA1062", "A bare ampersand", "A bare & is not allowed: write &amp;");

    /// <summary>JA1063: unknown entity. Argument: the entity.</summary>
    public static SchemaRule EntityUnknown { get; } = Error(
        "JA1063",
        "Unknown entity",
        "&{0}; is not known: only the entities of HTML and numbers in their shortest form are, and none that the document declares");

    /// <summary>JA1064: no such character. Argument: the entity.</summary>
    public static SchemaRule CodePointInvalid { get; } = Error(
        "JA1064",
        "No such character",
        "&{0}; is beyond the last character of Unicode");

    /// <summary>JA1065: a bare &lt;.</summary>
    public static SchemaRule LessThanNotEscaped { get; } = Error("JA1065", "A bare <", "A bare < is not allowed in text: write &lt;");

    /// <summary>JA1066: a comment is malformed.</summary>
    public static SchemaRule CommentMalformed { get; } = Error(
        "JA1066",
        "A comment is malformed",
        "Two hyphens inside a comment are not allowed: a comment ends with --> and with nothing before the >");

    /// <summary>JA1067: text outside the root element.</summary>
    public static SchemaRule TextOutsideRoot { get; } = Error(
        "JA1067",
        "Text outside the root element",
        "Text is not allowed before or after the root element: remove it");

    /// <summary>JA1068: a misplaced document type.</summary>
    public static SchemaRule DoctypeMisplaced { get; } = Error(
        "JA1068",
        "A misplaced document type",
        "A document type is allowed once, and only before the root element: remove it");

    /// <summary>JA1069: a prefix that is not declared. Argument: the element with its prefix, or the prefix of an attribute.</summary>
    public static SchemaRule PrefixUnbound { get; } = Error(
        "JA1069",
        "A prefix that is not declared",
        "The prefix of '{0}' is not declared: remove the prefix, or declare it with xmlns");

    /// <summary>JA1070: a reserved prefix. Argument: the prefix.</summary>
    public static SchemaRule PrefixReserved { get; } = Error(
        "JA1070",
        "A reserved prefix",
        "The prefix '{0}' is reserved and cannot be declared as something else");

    private static SchemaRule[] XmlRules =>
    [
        RootNotClosed, DocumentCutOff, AttributeRepeated, AttributeNotQuoted, AttributeWithoutValue, AttributesNotSeparated,
        AttributeNameInvalid, TagNameInvalid, SlashMisplaced, EndTagUnexpected, EndTagUnmatched, EndTagInvalid,
        AmpersandNotEscaped, EntityUnknown, CodePointInvalid, LessThanNotEscaped, CommentMalformed, TextOutsideRoot,
        DoctypeMisplaced, PrefixUnbound, PrefixReserved,
    ];
}
