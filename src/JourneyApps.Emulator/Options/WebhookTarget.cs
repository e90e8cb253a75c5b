namespace JourneyApps.Emulator;

/// <summary>The target of a webhook, as set on the platform's page "Manage Webhooks".</summary>
/// <param name="Name">The webhook's name: its <c>name</c> in the schema, or <c>{model}_{type}</c>.</param>
/// <param name="Url">The URL: on a loopback host, or on one of <see cref="EmulatorOptions.WebhookHosts"/>.</param>
/// <param name="Secret">The secret that signs the body: <c>X-Journey-Signature</c> is its HMAC-SHA256 in hexadecimal.</param>
public sealed record WebhookTarget(string Name, Uri Url, string Secret);
