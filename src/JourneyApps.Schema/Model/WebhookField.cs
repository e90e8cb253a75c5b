namespace JourneyApps.Schema;

/// <summary>A field or relationship that a webhook waits for or embeds.</summary>
/// <param name="Name">The name as written; the platform does not check that it exists.</param>
/// <param name="Required">Whether a <c>ready</c> webhook waits for it.</param>
/// <param name="Embed">Whether its value is part of the message.</param>
/// <param name="State"><c>present</c>, or <c>uploaded</c> if an attachment must be uploaded.</param>
public sealed record WebhookField(string Name, bool Required, bool Embed, string State);
