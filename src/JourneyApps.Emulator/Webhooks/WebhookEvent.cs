using JourneyApps.Emulator.Oplog;

namespace JourneyApps.Emulator.Webhooks;

/// <summary>A change that may trigger a webhook.</summary>
/// <param name="Schema">The schema at the time of the change.</param>
/// <param name="Model">The changed object's model.</param>
/// <param name="Webhook">The webhook as declared.</param>
/// <param name="Target">The target.</param>
/// <param name="Change">The change.</param>
internal sealed record WebhookEvent(ServedSchema Schema, ServedModel Model, Webhook Webhook, WebhookTarget Target, OplogEntry Change);
