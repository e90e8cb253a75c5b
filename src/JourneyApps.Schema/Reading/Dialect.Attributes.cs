namespace JourneyApps.Schema.Reading;

internal sealed partial record Dialect
{
    /// <summary>name, label, classification.</summary>
    public required AttributeRule[] ModelAttributes { get; init; }

    /// <summary>name, type, label, media; then spec in version 2 and auto-download later; then what is only tolerated.</summary>
    public required AttributeRule[] FieldAttributes { get; init; }

    /// <summary>Those that draw no warning; the keys themselves are read under every name.</summary>
    public required AttributeRule[] OptionAttributes { get; init; }

    /// <summary>model, name.</summary>
    public required AttributeRule[] BelongsToAttributes { get; init; }

    /// <summary>name, model, inverse-of: missing ones are reported in this order.</summary>
    public required AttributeRule[] HasManyAttributes { get; init; }

    /// <summary>on, name, database.</summary>
    public static AttributeRule[] IndexAttributes { get; } =
    [
        new("on", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name), new("database", Required: false, AttributeCheck.NotBlank),
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

    /// <summary>message, received-field, recipient-field, badge-count-field; required in the documentation, but not by the platform.</summary>
    public static AttributeRule[] NotifyUserAttributes { get; } =
    [
        new("message", Required: false, AttributeCheck.NotBlank), new("received-field", Required: false, AttributeCheck.NotBlank),
        new("recipient-field", Required: false, AttributeCheck.NotBlank), new("badge-count-field", Required: false, AttributeCheck.NotBlank),
    ];

    private static AttributeRule[] CommonModelAttributes =>
    [
        new("name", Required: true, AttributeCheck.Name), new("label", Required: true),
        new("classification", Required: false, AttributeCheck.Classification),
    ];

    private static AttributeRule[] CommonFieldAttributes =>
    [
        new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
        new("label", Required: true), new("media", Required: false, AttributeCheck.Media),
        new("auto-download", Required: false, AttributeCheck.AutoDownload), new("spec", Required: false, AttributeCheck.DeprecatedSpec),
        new("minValue", Required: false, AttributeCheck.Deprecated), new("maxValue", Required: false, AttributeCheck.Deprecated),
        new("deprecated-spec", Required: false, AttributeCheck.Deprecated),
    ];
}
