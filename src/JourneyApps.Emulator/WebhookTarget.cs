namespace JourneyApps.Emulator;

/// <summary>Where a webhook of the schema is sent, as an operator sets it in "Manage Webhooks".</summary>
/// <param name="Name">The webhook's name: its <c>name</c> in the schema, or <c>{model}_{type}</c>.</param>
/// <param name="Url">The URL that is posted to. It must be on a loopback host, unless the host is allowed by <see cref="EmulatorOptions.WebhookHosts"/>.</param>
/// <param name="Secret">The secret that signs the body: <c>X-Journey-Signature</c> is its HMAC-SHA256 in hexadecimal.</param>
public sealed record WebhookTarget(string Name, Uri Url, string Secret);
