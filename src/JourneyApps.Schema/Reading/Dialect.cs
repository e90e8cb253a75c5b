using System.Globalization;

namespace JourneyApps.Schema.Reading;

/// <summary>The names and the few rules in which the generations of the format differ.</summary>
/// <param name="Generation">Which generation it is.</param>
/// <param name="Root">The root element.</param>
/// <param name="Model">The element of a model.</param>
/// <param name="Field">The element of a field.</param>
/// <param name="BelongsTo">The element of a belongs-to.</param>
/// <param name="HasMany">The element of a has-many.</param>
/// <param name="FieldsWord">The word for fields in the message about the order of elements.</param>
internal sealed record Dialect(
    Generation Generation,
    string Root,
    string Model,
    string Field,
    string BelongsTo,
    string HasMany,
    string FieldsWord)
{
    /// <summary>name, label, classification.</summary>
    public required AttributeRule[] ModelAttributes { get; init; }

    /// <summary>name, type, label, media; then spec in version 2 and auto-download later; then those that are ignored.</summary>
    public required AttributeRule[] FieldAttributes { get; init; }

    /// <summary>The attributes that do not cause a warning; the reader of options looks for the keys itself.</summary>
    public required AttributeRule[] OptionAttributes { get; init; }

    /// <summary>model, name.</summary>
    public required AttributeRule[] BelongsToAttributes { get; init; }

    /// <summary>name, model, inverse-of: the order in which missing ones are reported.</summary>
    public required AttributeRule[] HasManyAttributes { get; init; }

    /// <summary>on, name, database.</summary>
    public static AttributeRule[] IndexAttributes { get; } =
    [
        new("on", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name),
        new("database", Required: false, AttributeCheck.NotBlank),
    ];

    /// <summary>format.</summary>
    public static AttributeRule[] DisplayAttributes { get; } = [new("format", Required: false)];

    /// <summary>type, name, receiver, action.</summary>
    public static AttributeRule[] WebhookAttributes { get; } =
    [
        new("type", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name),
        new("receiver", Required: false),
        new("action", Required: false),
    ];

    /// <summary>message, received-field, recipient-field, badge-count-field; the documentation requires them, but the platform does
    /// not.</summary>
    public static AttributeRule[] NotifyUserAttributes { get; } =
    [
        new("message", Required: false, AttributeCheck.NotBlank), new("received-field", Required: false, AttributeCheck.NotBlank),
        new("recipient-field", Required: false, AttributeCheck.NotBlank),
        new("badge-count-field", Required: false, AttributeCheck.NotBlank),
    ];

    public static Dialect V2 { get; } = new(Generation.V2, "schema", "object", "attribute", "belongs_to", "has_many", "attributes")
    {
        ModelAttributes = CommonModelAttributes,
        FieldAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
            new("label", Required: true), new("media", Required: false, AttributeCheck.Media),
            new("spec", Required: false, AttributeCheck.Spec),
            new("minValue", Required: false, AttributeCheck.NotBlank), new("maxValue", Required: false, AttributeCheck.NotBlank),
        ],
        OptionAttributes = [],
        BelongsToAttributes = [new("type", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name)],
        HasManyAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
            new("inverse_of", Required: false, AttributeCheck.NotBlank),
        ],
    };

    public static Dialect V30 { get; } = new(Generation.V30, "data-model", "object", "field", "belongs-to", "has-many", "fields")
    {
        ModelAttributes = CommonModelAttributes,
        FieldAttributes = CommonFieldAttributes,
        OptionAttributes = [new("value", Required: false, AttributeCheck.NotBlank)],
        BelongsToAttributes = [new("type", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name)],
        HasManyAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
            new("inverse-of", Required: false, AttributeCheck.NotBlank),
        ],
    };

    /// <summary>Version 3.1 and everything after it.</summary>
    public static Dialect V31 { get; } = new(Generation.V31, "data-model", "model", "field", "belongs-to", "has-many", "fields")
    {
        ModelAttributes = CommonModelAttributes,
        FieldAttributes = CommonFieldAttributes,
        OptionAttributes = [new("key", Required: false, AttributeCheck.NotBlank)],
        BelongsToAttributes = [new("model", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name)],
        HasManyAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("model", Required: true, AttributeCheck.NotBlank),
            new("inverse-of", Required: false, AttributeCheck.NotBlank),
        ],
    };

    /// <summary>The names of the field types, for messages.</summary>
    public string TypeWords => string.Join(
        ", ", FieldTypeInfo.All.Where(type => type.Type != FieldType.Unknown).Select(WordOf).Where(static word => word is not null));

    /// <summary>The field type of a name, without a subtype.</summary>
    public FieldType TypeOf(ReadOnlySpan<char> word)
    {
        FieldTypeInfo? found = Generation switch
        {
            Generation.V2 => FieldTypeInfo.FindVersion2(word),
            Generation.V30 => word is "decimal" ? FieldTypeInfo.Of(FieldType.Number) : FieldTypeInfo.Find(word),
            Generation.V31 => FieldTypeInfo.Find(word),
        };
        return found?.Type ?? FieldType.Unknown;
    }

    private static AttributeRule[] CommonModelAttributes
    => [
        new("name", Required: true, AttributeCheck.Name), new("label", Required: true),
        new("classification", Required: false, AttributeCheck.Classification),
    ];

    private static AttributeRule[] CommonFieldAttributes
    => [
        new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
        new("label", Required: true), new("media", Required: false, AttributeCheck.Media),
        new("auto-download", Required: false, AttributeCheck.AutoDownload), new("spec", Required: false, AttributeCheck.DeprecatedSpec),
        new("minValue", Required: false, AttributeCheck.Deprecated), new("maxValue", Required: false, AttributeCheck.Deprecated),
        new("deprecated-spec", Required: false, AttributeCheck.Deprecated),
    ];

    private string? WordOf(FieldTypeInfo type) => Generation == Generation.V2 ? type.Version2Word : type.Word;

    /// <summary>The dialect of a document: by the stated version, else by its root and its first child that can be a model.</summary>
    /// <param name="apiVersion">The stated version, or <see langword="null"/>; a text that is not a version counts as not stated.</param>
    /// <param name="root">The name of the root element; empty if there is none.</param>
    /// <param name="firstModel">The name of the root's first child that is <c>object</c> or <c>model</c>; empty if there is none.</param>
    public static Dialect Detect(string? apiVersion, string root, string firstModel)
    {
        if (ByVersion(apiVersion) is { } stated) return stated;
        if (firstModel == "object") return root == "schema" ? V2 : V30;
        return V31;
    }

    /// <summary>Whether a document is a data model; other tools have files of the same name.</summary>
    public static bool IsSchema(string root, string firstChild)
        => root.Equals("data-model", StringComparison.OrdinalIgnoreCase) || (root == "schema" && firstChild is "object" or "model");

    /// <summary>The dialect of a version, or <see langword="null"/> if the text is not a version.</summary>
    public static Dialect? ByVersion(string? version)
    {
        string[] parts = (version ?? "").Trim().Split('.');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)) return null;
        int minor = 0;
        if (parts.Length > 1 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minor)) return null;
        return major < 3 ? V2 : major == 3 && minor == 0 ? V30 : V31;
    }
}
