namespace JourneyApps.Schema;

/// <content>Rules about webhooks.</content>
public static partial class SchemaRules
{
    /// <summary>JA1701: unknown webhook type.</summary>
    public static SchemaRule WebhookTypeInvalid { get; } = Error(
        "JA1701",
        "Unknown webhook type",
        "The type of a webhook must be ready or update");

    /// <summary>JA1702: unknown webhook receiver. Argument: the value.</summary>
    public static SchemaRule WebhookReceiverInvalid { get; } = Error(
        "JA1702",
        "Unknown webhook receiver",
        "'{0}' is no receiver: write cloudcode or pdfmailer, or leave it out for an external webhook");

    /// <summary>JA1703: a webhook receiver without action.</summary>
    public static SchemaRule WebhookActionMissing { get; } = Error(
        "JA1703",
        "A webhook receiver without action",
        "A webhook with a receiver needs an action");

    /// <summary>JA1704: a webhook action without receiver.</summary>
    public static SchemaRule WebhookActionUnexpected { get; } = Error(
        "JA1704",
        "A webhook action without receiver",
        "A webhook without a receiver has no action: remove it, or name the receiver");

    /// <summary>JA1705: required is neither true nor false. Argument: the value.</summary>
    public static SchemaRule WebhookRequiredInvalid { get; } = Error(
        "JA1705",
        "required is neither true nor false",
        "required must be true or false, not '{0}'");

    /// <summary>JA1706: embed is neither true nor false. Argument: the value.</summary>
    public static SchemaRule WebhookEmbedInvalid { get; } = Error(
        "JA1706",
        "embed is neither true nor false",
        "embed must be true or false, not '{0}'");

    /// <summary>JA1707: unknown webhook state. Argument: the value.</summary>
    public static SchemaRule WebhookStateInvalid { get; } = Error(
        "JA1707",
        "Unknown webhook state",
        "'{0}' is no state: write present or uploaded");

    private static SchemaRule[] WebhookRules =>
    [
        WebhookTypeInvalid, WebhookReceiverInvalid, WebhookActionMissing, WebhookActionUnexpected, WebhookRequiredInvalid,
        WebhookEmbedInvalid, WebhookStateInvalid,
    ];
}
