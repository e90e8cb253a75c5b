namespace JourneyApps.Webhooks;

/// <summary>A request was rejected because it is not a genuine webhook. <see cref="SuggestedStatus"/> is the status to respond
/// with.</summary>
public sealed class WebhookRejectedException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public WebhookRejectedException() : this(WebhookRejection.NotSigned, "The webhook was refused.") { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">Why it was refused.</param>
    public WebhookRejectedException(string message) : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">Why it was refused.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public WebhookRejectedException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>An exception with its reason.</summary>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="message">The same for people; without secrets and without the request's content.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public WebhookRejectedException(WebhookRejection reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why it was refused.</summary>
    public WebhookRejection Reason { get; }

    /// <summary>The HTTP status to answer: 401, 413 or 400.</summary>
    public int SuggestedStatus => Reason switch
    {
        WebhookRejection.NotSigned => 401,
        WebhookRejection.TooLarge => 413,
        _ => 400,
    };
}
