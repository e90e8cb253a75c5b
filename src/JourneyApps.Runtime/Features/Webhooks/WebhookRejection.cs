namespace JourneyApps.Webhooks;

/// <summary>Why the request of a webhook was rejected.</summary>
public enum WebhookRejection
{
    /// <summary>The request has no signature, or one that none of the secrets made. Answer 401.</summary>
    NotSigned,

    /// <summary>The body is larger than <see cref="WebhookReader.MaxBodyBytes"/>; it was not read to its end. Answer 413.</summary>
    TooLarge,

    /// <summary>The body is not a webhook's JSON. Answer 400.</summary>
    Malformed,
}
