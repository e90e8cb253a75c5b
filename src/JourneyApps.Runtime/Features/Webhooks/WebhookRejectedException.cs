namespace JourneyApps.Webhooks;

/// <summary>A request was rejected because it is not a genuine webhook. Respond with <see cref="SuggestedStatus"/>.</summary>
public sealed class WebhookRejectedException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public WebhookRejectedException() : this(WebhookRejection.NotSigned, "The webhook was rejected.") { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The reason for the rejection.</param>
    public WebhookRejectedException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The reason for the rejection.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public WebhookRejectedException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Creates an exception with a reason.</summary>
    /// <param name="reason">The reason for the rejection.</param>
    /// <param name="message">A description of the reason, without secrets and without the content of the request.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public WebhookRejectedException(WebhookRejection reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>The reason for the rejection.</summary>
    public WebhookRejection Reason { get; }

    /// <summary>The HTTP status to respond with: 401, 413 or 400.</summary>
    public int SuggestedStatus => Reason switch
    {
        WebhookRejection.NotSigned => 401,
        WebhookRejection.TooLarge => 413,
        _ => 400,
    };
}
