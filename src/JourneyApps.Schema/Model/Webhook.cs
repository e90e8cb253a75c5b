namespace JourneyApps.Schema;

/// <summary>A message that the platform sends when an object is complete or saved.</summary>
/// <param name="Name">The given name, or the platform's default: model and type, with receiver and action if there is one.</param>
/// <param name="Type"><c>ready</c> (once, when the listed fields have values) or <c>update</c> (on each save).</param>
/// <param name="Receiver"><c>cloudcode</c> or <c>pdfmailer</c>; <see langword="null"/> for an external webhook.</param>
/// <param name="Action">What the receiver runs; <see langword="null"/> without a receiver.</param>
/// <param name="Fields">The fields that the webhook waits for and embeds.</param>
public sealed record Webhook(string Name, string Type, string? Receiver, string? Action, IReadOnlyList<WebhookField> Fields)
{
    /// <summary>The fields that the webhook waits for and embeds.</summary>
    public IReadOnlyList<WebhookField> Fields { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Fields);
}
