namespace JourneyApps.Schema;

/// <summary>The rules that a schema is checked against. <c>JA1xxx</c> are rules of the platform. <c>JA20xx</c> are additional checks: names
/// that collide in JSON, content that is ignored, JSON that is not a data model, and limits. An id is never used for a different
/// rule.</summary>
/// <remarks>
/// <para>
/// A new rule is a row here, its check in the reader, and its page in <c>docs/diagnostics</c>. With <c>UPDATE_GOLDEN=1</c> the tests write
/// the head of the page, the release file of the analyzer and the reviewed listing.
/// </para>
/// <para>
/// The new id is the number after the last one of its group: the hundred of the platform's rules (10 document, 105x to 107x XML, 11 model,
/// 12 field, 13 option, 14 relationship, 15 index, 16 display, 17 webhook), or the ten of the others (200x names that
/// collide in JSON and content that is ignored, 203x JSON, 204x limits). Numbers of rules that were removed are not used again.
/// </para>
/// </remarks>
public static class SchemaRules
{
    private static readonly List<SchemaRule> Table = [];

    // The document and every element.
    internal static readonly SchemaRule DocumentEmpty = Error(
        "JA1001", "The document has no root element",
        "The document does not contain an element; expected a data model, <data-model>…</data-model>");
    internal static readonly SchemaRule RootUnexpected = Error(
        "JA1002", "Unexpected root element", "Expected the root element <{0}> instead of <{1}>{2}");
    internal static readonly SchemaRule ModelsMissing = Error(
        "JA1003", "The data model has no models", "<{1}> must contain at least one <{0}>{2}");
    internal static readonly SchemaRule ElementUnknown = Warning(
        "JA1004", "Unknown element", "<{0}> is not an element of <{1}> and is ignored");
    internal static readonly SchemaRule AttributeUnknown = Warning(
        "JA1005", "Unknown attribute", "'{0}' is not an attribute of <{1}> and is ignored");
    internal static readonly SchemaRule TextNotAllowed = Warning(
        "JA1006", "Unexpected text", "<{0}> cannot contain text; the text is ignored");
    internal static readonly SchemaRule AttributeMissing = Error("JA1007", "Missing attribute", "<{1}> must have the attribute '{0}'");
    internal static readonly SchemaRule AttributeBlank = Error("JA1008", "Empty attribute", "The attribute '{0}' cannot be empty");
    internal static readonly SchemaRule NameInvalid = Error(
        "JA1009", "Invalid name",
        "'{0}' is not a valid name; expected a letter followed by letters, digits and underscores (a to z, without accents)");

    // The form of the document. When one of these is reported, nothing else is.
    internal static readonly SchemaRule RootNotClosed = Error(
        "JA1050", "The root element is not closed", "The end tag of the root element is missing");
    internal static readonly SchemaRule DocumentCutOff = Error(
        "JA1051", "Unexpected end of the document", "The document ends inside a tag, a comment or a declaration");
    internal static readonly SchemaRule AttributeRepeated = Error("JA1052", "Duplicate attribute", "Duplicate attribute '{0}'");
    internal static readonly SchemaRule AttributeNotQuoted = Error(
        "JA1053", "Attribute value without quotes", "The value of an attribute must be in quotes, as in name=\"value\"");
    internal static readonly SchemaRule AttributeWithoutValue = Error(
        "JA1054", "Attribute without a value", "The attribute '{0}' has no value; expected {0}=\"…\"");
    internal static readonly SchemaRule AttributesNotSeparated = Error(
        "JA1055", "Missing space between attributes", "Expected a space before this attribute");
    internal static readonly SchemaRule AttributeNameInvalid = Error(
        "JA1056", "Invalid attribute name", "An attribute name cannot contain this character");
    internal static readonly SchemaRule TagNameInvalid = Error(
        "JA1057", "Invalid element name", "An element name cannot contain this character");
    internal static readonly SchemaRule SlashMisplaced = Error(
        "JA1058", "Unexpected slash in a tag", "A slash in a start tag must be followed by >");
    internal static readonly SchemaRule EndTagUnexpected = Error(
        "JA1059", "An element is not closed", "</{0}> closes an element that contains an element without an end tag");
    internal static readonly SchemaRule EndTagUnmatched = Error(
        "JA1060", "End tag without a start tag", "</{0}> does not match an open element");
    internal static readonly SchemaRule EndTagInvalid = Error(
        "JA1061", "Invalid end tag", "An end tag can only contain a name, as in </name>");
    internal static readonly SchemaRule AmpersandNotEscaped = Error("JA1062", "Unescaped ampersand", "Unescaped '&'; expected '&amp;'");
    internal static readonly SchemaRule EntityUnknown = Error(
        "JA1063", "Unknown entity",
        "'&{0};' is neither an HTML entity nor a character reference without leading zeros; entities that the document declares are "
            + "not supported");
    internal static readonly SchemaRule CodePointInvalid = Error(
        "JA1064", "Invalid character reference", "'&{0};' is greater than U+10FFFF, the last code point of Unicode");
    internal static readonly SchemaRule LessThanNotEscaped = Error("JA1065", "Unescaped <", "Unescaped '<' in text; expected '&lt;'");
    internal static readonly SchemaRule CommentMalformed = Error(
        "JA1066", "Invalid comment", "A comment cannot contain two consecutive hyphens and must end with -->");
    internal static readonly SchemaRule TextOutsideRoot = Error(
        "JA1067", "Text outside the root element", "Text is not allowed outside the root element");
    internal static readonly SchemaRule DoctypeMisplaced = Error(
        "JA1068", "Unexpected document type", "A document can have one document type, before the root element");
    internal static readonly SchemaRule PrefixUnbound = Error(
        "JA1069", "Undeclared prefix", "The prefix of '{0}' is not declared; remove it or declare it with xmlns");
    internal static readonly SchemaRule PrefixReserved = Error(
        "JA1070", "Reserved prefix", "The prefix '{0}' is reserved and cannot be declared with another meaning");

    // Models.
    internal static readonly SchemaRule ModelNameReserved = Error(
        "JA1101", "Reserved model name", "'{0}' is reserved and cannot be the name of a model");
    internal static readonly SchemaRule ModelNameRisky = Warning(
        "JA1102", "Risky model name", "'{0}' is a TypeScript keyword and can cause errors in apps; consider another name for the model");
    internal static readonly SchemaRule ModelRepeated = Error("JA1103", "Duplicate model", "The model '{0}' is already defined");
    internal static readonly SchemaRule ClassificationInvalid = Error(
        "JA1104", "Unknown classification", "'{0}' is not a classification; expected 'standard' or 'sensitive'");
    internal static readonly SchemaRule ElementOrder = Error(
        "JA1105", "Elements out of order",
        "<{0}> is out of order; expected {1}, then relationships, then display, notify-user, index and webhook");

    // Fields.
    internal static readonly SchemaRule FieldNameReserved = Error(
        "JA1201", "Reserved field name", "'{0}' is reserved and cannot be the name of a field");
    internal static readonly SchemaRule FieldNameEndsWithId = Warning(
        "JA1202", "Field name ends in _id",
        "The field name '{0}' ends in _id, like the id of a relationship; consider a belongs-to or another name");
    internal static readonly SchemaRule FieldRepeated = Error(
        "JA1203", "Duplicate field", "The field '{0}' is already defined in this model");
    internal static readonly SchemaRule FieldTypeInvalid = Error(
        "JA1204", "Unknown field type", "'{0}' is not a field type; expected one of {1}");
    internal static readonly SchemaRule TextFormatInvalid = Error(
        "JA1205", "Unknown text format", "'{0}' is not a text format; expected one of {1}");
    internal static readonly SchemaRule MediaInvalid = Error(
        "JA1206", "Unknown media type", "'{0}' is not a media type for attachments; expected one of {1}");
    internal static readonly SchemaRule MediaMissing = Error(
        "JA1207", "Attachment without a media type",
        "An attachment must have the attribute 'media', as in media=\"application/pdf\" or media=\"any\"");
    internal static readonly SchemaRule AutoDownloadInvalid = Error(
        "JA1208", "Invalid value for auto-download", "'{0}' is not a valid value for auto-download; expected 'true' or 'false'");
    internal static readonly SchemaRule SpecDeprecated = Warning(
        "JA1209", "spec is deprecated", "'spec' is deprecated; put the format into the type, as in type=\"text:email\"");
    internal static readonly SchemaRule AttributeDeprecated = Warning(
        "JA1210", "Deprecated attribute", "The attribute '{0}' is deprecated and has no effect");
    internal static readonly SchemaRule SpecInvalid = Error("JA1211", "Unknown spec", "'{0}' is not a spec; expected one of {1}");

    // Options.
    internal static readonly SchemaRule OptionKeyRepeated = Error(
        "JA1301", "Duplicate option key", "The key '{0}' is already used in this field");
    internal static readonly SchemaRule BooleanKeyInvalid = Error(
        "JA1302", "Invalid key for a boolean option", "The key of a boolean option must be 'true' or 'false'");
    internal static readonly SchemaRule BooleanOptionCount = Error(
        "JA1303", "Invalid number of boolean options", "A boolean must have either both options, 'true' and 'false', or no options");

    // Relationships.
    internal static readonly SchemaRule ModelUndefined = Error(
        "JA1401", "Undefined model", "The model '{0}' is not defined; names are case-sensitive");
    internal static readonly SchemaRule RelationshipRepeated = Error(
        "JA1402", "Duplicate relationship", "The relationship '{0}' is already defined in this model");
    internal static readonly SchemaRule InverseUndefined = Error(
        "JA1403", "Undefined inverse", "The model '{1}' does not have the belongs-to '{0}', to which inverse-of refers");
    internal static readonly SchemaRule BelongsToMissing = Error(
        "JA1404", "Has-many without a belongs-to",
        "This has-many requires the model '{1}' to have a belongs-to for the model '{0}'");
    internal static readonly SchemaRule HasManyAmbiguous = Error(
        "JA1405", "Ambiguous has-many", "More than one belongs-to can be the inverse of this has-many; set inverse-of to one of {0}");
    internal static readonly SchemaRule InverseTaken = Error(
        "JA1406", "Belongs-to with two has-many",
        "The belongs-to '{0}' already has the has-many '{1}'; remove one, or set inverse-of to another belongs-to");

    // Indexes.
    internal static readonly SchemaRule IndexKeyUndefined = Error(
        "JA1501", "Undefined index key",
        "'{0}' is not a field or belongs-to of this model; expected names separated by commas, without spaces and without _id");
    internal static readonly SchemaRule IndexKeyNotIndexable = Error(
        "JA1502", "Field cannot be indexed", "The field '{0}' cannot be indexed because it contains a file or a multiple choice");
    internal static readonly SchemaRule IndexDatabaseInvalid = Error(
        "JA1503", "Unknown database", "'{0}' is not a database for an index; expected 'app', 'cloud' or 'app,cloud'");

    // Display formats.
    internal static readonly SchemaRule DisplayMissing = Error(
        "JA1601", "Model without a display", "A model must have a <display>, as in <display>{{name}}</display>");
    internal static readonly SchemaRule DisplayRepeated = Warning(
        "JA1602", "Duplicate display", "A model can have only one <display>; if there are several, all of them are ignored");
    internal static readonly SchemaRule DisplayNameUndefined = Error(
        "JA1603", "Undefined name in a display",
        "'{0}' is not defined; expected a field, a relationship, or a field of a related model as in {{site.name}}");
    internal static readonly SchemaRule DisplayExpressionUnsupported = Error(
        "JA1604", "Unsupported display expression",
        "'{0}' cannot be read; expected a name as in {{title}} or {{site.name}}, or a name with a number of decimals as in {{cost:.2f}}");

    // Webhooks.
    internal static readonly SchemaRule WebhookTypeInvalid = Error(
        "JA1701", "Unknown webhook type", "The type of a webhook must be 'ready' or 'update'");
    internal static readonly SchemaRule WebhookReceiverInvalid = Error(
        "JA1702", "Unknown webhook receiver",
        "'{0}' is not a receiver; expected 'cloudcode' or 'pdfmailer', or no receiver for an external webhook");
    internal static readonly SchemaRule WebhookActionMissing = Error(
        "JA1703", "Webhook receiver without an action", "A webhook with a receiver must have an action");
    internal static readonly SchemaRule WebhookActionUnexpected = Error(
        "JA1704", "Webhook action without a receiver", "A webhook without a receiver cannot have an action");
    internal static readonly SchemaRule WebhookRequiredInvalid = Error(
        "JA1705", "Invalid value for required", "'{0}' is not a valid value for required; expected 'true' or 'false'");
    internal static readonly SchemaRule WebhookEmbedInvalid = Error(
        "JA1706", "Invalid value for embed", "'{0}' is not a valid value for embed; expected 'true' or 'false'");
    internal static readonly SchemaRule WebhookStateInvalid = Error(
        "JA1707", "Unknown webhook state", "'{0}' is not a state; expected 'present' or 'uploaded'");

    // Names that are the same key in an object's JSON.
    internal static readonly SchemaRule FieldAndBelongsTo = Warning(
        "JA2001", "Field and belongs-to with the same name",
        "The field '{0}' and the belongs-to '{0}' use the same key in an object's JSON when the relationship is embedded; rename one "
            + "of them");
    internal static readonly SchemaRule NameAndHasMany = Info(
        "JA2002", "Has-many with the name of another member",
        "The has-many '{0}' has the same name as a {1} of this model; in a display, the name refers to the {1}");
    internal static readonly SchemaRule FieldAndRelationshipId = Warning(
        "JA2003", "Field with the name of a relationship's id",
        "The field '{0}' uses the same key as the id of the belongs-to '{1}'; rename one of them");
    internal static readonly SchemaRule FieldAndAttachmentId = Warning(
        "JA2004", "Field with the name of an attachment's id",
        "The field '{0}' uses the same key as the id of the {2} '{1}'; rename one of them");
    internal static readonly SchemaRule BelongsToAndId = Warning(
        "JA2005", "Belongs-to with the name of another id",
        "The belongs-to '{0}' uses the same key as the id of '{1}'; rename one of them");
    internal static readonly SchemaRule FieldAndMetadata = Warning(
        "JA2006", "Field with the name of metadata", "Every object uses the key '{0}' for metadata; rename the field");
    internal static readonly SchemaRule BelongsToAndMetadata = Warning(
        "JA2007", "Belongs-to with the name of metadata", "Every object uses the key '{0}' for metadata; rename the belongs-to");

    // What a display does not show.
    internal static readonly SchemaRule DisplayCode = Warning(
        "JA2008", "Code in a display", "'{0}' is code, which a display does not run; expected a name as in {{title}} or {{site.name}}");

    // What the platform does not read.
    internal static readonly SchemaRule RootRepeated = Warning(
        "JA2009", "Second root element", "A document has one root element; <{0}> and everything after it are ignored");

    // The API's datamodel.json.
    internal static readonly SchemaRule JsonMalformed = Error("JA2031", "Invalid JSON", "The document is not valid JSON: {0}");
    internal static readonly SchemaRule JsonShape = Error("JA2032", "Not a data model in JSON", "'{0}' must be {1}");
    internal static readonly SchemaRule JsonTypeUnknown = Warning(
        "JA2033", "Unknown field type in JSON", "This version does not support the field type '{0}'; no code is generated for the field");

    // Limits. The platform does not document any.
    internal static readonly SchemaRule DocumentTooLarge = Error(
        "JA2041", "The document is too large", "The document has {0} characters and is not read; the limit is {1}");
    internal static readonly SchemaRule NestingTooDeep = Error(
        "JA2042", "The document is nested too deeply",
        "Elements are nested more than {0} levels deep; the rest of the document is not read");
    internal static readonly SchemaRule DiagnosticsCut = Error(
        "JA2043", "Too many diagnostics", "There are more than {0} diagnostics; the others are not listed");

    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<SchemaRule> All { get; } = Table.AsReadOnly();

    /// <summary>The rule of an id, or <see langword="null"/>.</summary>
    /// <param name="id">The id, such as <c>JA1204</c>.</param>
    public static SchemaRule? Find(string id) => Table.Find(rule => rule.Id == id);

    private static SchemaRule Error(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Info(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Info);

    private static SchemaRule Add(string id, string title, string message, SchemaSeverity severity)
    {
        SchemaRule rule = new(id, title, message, severity);
        Table.Add(rule);
        return rule;
    }
}
