using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests;

/// <summary>Which of our rules stands for each message of the platform; the words are ours, the causes are not.</summary>
internal static class PlatformMessages
{
    private static readonly (string Pattern, SchemaRule Rule)[] Rules =
    [
        ("^Not a valid XML document$", SchemaRules.DocumentEmpty),
        ("^<(data-model|schema)> root tag expected$", SchemaRules.RootUnexpected),
        ("^At least one model is required$", SchemaRules.ModelsMissing),
        ("^Invalid element '.*'$", SchemaRules.ElementUnknown),
        ("^Invalid attribute '.*'$", SchemaRules.AttributeUnknown),
        ("^Text is not allowed inside this element$", SchemaRules.TextNotAllowed),
        ("^webhook action required when receiver is specified$", SchemaRules.WebhookActionMissing),
        ("^webhook action is not allowed unless receiver is specified$", SchemaRules.WebhookActionUnexpected),
        ("^webhook type must be", SchemaRules.WebhookTypeInvalid),
        ("^webhook receiver must be", SchemaRules.WebhookReceiverInvalid),
        ("^required must be", SchemaRules.WebhookRequiredInvalid),
        ("^embed must be", SchemaRules.WebhookEmbedInvalid),
        ("^state must be", SchemaRules.WebhookStateInvalid),
        ("^<display> is required$", SchemaRules.DisplayMissing),
        ("^Only one <display> element is allowed$", SchemaRules.DisplayRepeated),
        ("^\\S+ is required$", SchemaRules.AttributeMissing),
        ("^\\S+ cannot be blank$", SchemaRules.AttributeBlank),
        ("^Not a valid name$", SchemaRules.NameInvalid),
        ("^Reserved model name", SchemaRules.ModelNameReserved),
        ("is reserved in some contexts and may cause issues.$", SchemaRules.ModelNameRisky),
        ("^Model '.*' is already defined$", SchemaRules.ModelRepeated),
        ("^classification must be one of", SchemaRules.ClassificationInvalid),
        ("^Elements must be in this order", SchemaRules.ElementOrder),
        ("^Reserved field name", SchemaRules.FieldNameReserved),
        ("^Field name should not end with", SchemaRules.FieldNameEndsWithId),
        ("^Field '.*' is already defined$", SchemaRules.FieldRepeated),
        ("^Invalid type '", SchemaRules.FieldTypeInvalid),
        ("is not a valid string format$", SchemaRules.TextFormatInvalid),
        ("^media must be", SchemaRules.MediaInvalid),
        ("^Include media=", SchemaRules.MediaMissing),
        ("^false$", SchemaRules.AutoDownloadInvalid),
        ("^'spec' is deprecated", SchemaRules.SpecDeprecated),
        ("^Attribute is deprecated", SchemaRules.AttributeDeprecated),
        ("^key '.*' is already used$", SchemaRules.OptionKeyRepeated),
        ("^key must be \"true\" or \"false\"$", SchemaRules.BooleanKeyInvalid),
        ("^A boolean must contain exactly two options.$", SchemaRules.BooleanOptionCount),
        ("^Object '.*' is not defined$", SchemaRules.ModelUndefined),
        ("^Relationship '.*' is already defined$", SchemaRules.RelationshipRepeated),
        ("^'.*' is not defined on '.*'$", SchemaRules.InverseUndefined),
        ("^Need <belongs-to", SchemaRules.BelongsToMissing),
        ("^Ambiguous has-many", SchemaRules.HasManyAmbiguous),
        ("^Relationship '.*' already has a has-many", SchemaRules.InverseTaken),
        ("^Undefined field or model in index", SchemaRules.IndexKeyUndefined),
        ("^Field is not indexable", SchemaRules.IndexKeyNotIndexable),
        ("^Invalid database", SchemaRules.IndexDatabaseInvalid),
        ("^'.*' is not defined$", SchemaRules.DisplayNameUndefined),
        ("^Unclosed root tag$", SchemaRules.RootNotClosed),
        ("^Attribute '.*' redefined.$", SchemaRules.AttributeRepeated),
        ("^Unquoted attribute value$", SchemaRules.AttributeNotQuoted),
        ("^Attribute without value$", SchemaRules.AttributeWithoutValue),
        ("^No whitespace between attributes$", SchemaRules.AttributesNotSeparated),
        ("^Unmatched closing tag", SchemaRules.EndTagUnmatched),
        ("^Unexpected close tag$", SchemaRules.EndTagUnexpected),
        ("^Invalid character in entity name$", SchemaRules.AmpersandNotEscaped),
        ("^Invalid character entity$", SchemaRules.EntityUnknown),
        ("^Invalid code point", SchemaRules.CodePointInvalid),
        ("^Malformed comment$", SchemaRules.CommentMalformed),
        ("^Non-whitespace before first tag.$|^Text data outside of root node.$", SchemaRules.TextOutsideRoot),
        ("^Unencoded <$", SchemaRules.LessThanNotEscaped),
        ("^Unbound namespace prefix", SchemaRules.PrefixUnbound),
    ];

    public static SchemaRule RuleOf(string message) =>
        Rules.First(rule => Regex.IsMatch(message, rule.Pattern, RegexOptions.CultureInvariant)).Rule;
}
