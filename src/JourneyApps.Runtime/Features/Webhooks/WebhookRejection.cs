namespace JourneyApps.Webhooks;

/// <summary>The reason why the request of a webhook was rejected.</summary>
public enum WebhookRejection
{
    /// <summary>The request has no signature, or its signature does not match any of the secrets. Respond with 401.</summary>
    NotSigned,

    /// <summary>The body is larger than <see cref="WebhookReader.MaxBodyBytes"/> and was not read completely. Respond with 413.</summary>
    TooLarge,

    /// <summary>The body is not the JSON of a webhook. Respond with 400.</summary>
    Malformed,
}
