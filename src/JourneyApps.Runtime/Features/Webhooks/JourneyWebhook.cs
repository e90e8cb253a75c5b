using JourneyApps.Oplog;

namespace JourneyApps.Webhooks;

/// <summary>The content of a webhook: the event, the deployment and the object.</summary>
/// <example>
/// <code>
/// switch (webhook.Object)
/// {
///     case Job job: …
/// }
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1720", Justification = "The platform's own words.")]
public sealed record JourneyWebhook
{
    /// <summary>The webhook's name in the schema; <c>{model}_{type}</c> if the schema does not name it.</summary>
    public required string Event { get; init; }

    /// <summary>The position of the change in the oplog. The platform may send a webhook more than once, so store the sequence numbers that
    /// you have processed and ignore duplicates. A double cannot represent all of these numbers exactly.</summary>
    public required long Sequence { get; init; }

    /// <summary>The operation.</summary>
    public required OplogOperation Operation { get; init; }

    /// <summary>The name of the operation as the server sent it.</summary>
    public required string OperationText { get; init; }

    /// <summary>The model's name in the schema; empty if the server did not send it.</summary>
    public required string Model { get; init; }

    /// <summary>The object's id; empty if the server did not send it.</summary>
    public required string Id { get; init; }

    /// <summary>The object: a generated model, or a <see cref="JourneyRecord"/> if this code does not have the model. Null for a delete. If
    /// the webhook embeds related objects, they are set.</summary>
    public object? Object { get; init; }

    /// <summary>When the object was written; null if the server did not send it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The name of the server that sent the webhook; null if absent. Do not use it as an address.</summary>
    public string? Server { get; init; }

    /// <summary>The id of the backend deployment (<c>account_id</c>, or <c>app</c>, which has the same value); null if absent.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The app's id; null if absent.</summary>
    public string? AppId { get; init; }

    /// <summary>Whether the signature was verified. False only for the result of <see cref="WebhookReader.ParseUnverified"/>.</summary>
    public bool IsVerified { get; internal init; }

    /// <summary>Event, sequence, operation, model and id; no values.</summary>
    public override string ToString() => $"{Event} {Sequence} {OperationText} {Model} {Id}";
}
