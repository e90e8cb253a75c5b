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
    /// <summary>The webhook's name in the schema; <c>{model}_{type}</c> unless the schema names it.</summary>
    public required string Event { get; init; }

    /// <summary>The position of the change in the oplog. The platform may deliver a webhook more than once: store processed sequences and
    /// ignore duplicates. Larger than a double can hold exactly.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened to the object.</summary>
    public required OplogOperation Operation { get; init; }

    /// <summary>What happened, as the server named it.</summary>
    public required string OperationText { get; init; }

    /// <summary>The schema's name of the model; empty when the server gave none.</summary>
    public required string Model { get; init; }

    /// <summary>The object's id; empty when the server gave none.</summary>
    public required string Id { get; init; }

    /// <summary>The object: a generated model, or a <see cref="JourneyRecord"/> for a model that this code does not have. Null for a
    /// delete. Belongs-to objects that the webhook embeds are filled in.</summary>
    public object? Object { get; init; }

    /// <summary>When the object was written, as the server said; null when it did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The server that sent it, as it names itself; null when absent. Not an address to call.</summary>
    public string? Server { get; init; }

    /// <summary>The backend deployment's id (<c>account_id</c>, or <c>app</c>, which carries the same); null when absent.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The app's id; null when absent.</summary>
    public string? AppId { get; init; }

    /// <summary>Whether the signature was checked. False only for what <see cref="WebhookReader.ParseUnverified"/> gave.</summary>
    public bool IsVerified { get; internal init; }

    /// <summary>Event, sequence, operation, model and id; no values.</summary>
    public override string ToString() => $"{Event} {Sequence} {OperationText} {Model} {Id}";
}
