namespace JourneyApps.Emulator;

/// <summary>A webhook that was sent.</summary>
/// <param name="Name">The webhook's name.</param>
/// <param name="Url">The URL of the target.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="StatusCode">The status of the response; 0 if there was none.</param>
public sealed record WebhookDelivery(string Name, Uri Url, string Body, int StatusCode);
