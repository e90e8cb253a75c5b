using JourneyApps.Emulator.ChangeLog;
using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Webhooks;

/// <summary>A change that a webhook may have to tell of.</summary>
/// <param name="Schema">The schema at the time of the change.</param>
/// <param name="Model">The changed object's model.</param>
/// <param name="Webhook">The webhook as declared.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Change">The change.</param>
internal sealed record WebhookEvent(ServedSchema Schema, ServedModel Model, Webhook Webhook, WebhookTarget Target, LogEntry Change);
