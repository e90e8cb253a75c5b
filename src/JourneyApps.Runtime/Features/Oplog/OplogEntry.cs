namespace JourneyApps.Oplog;

/// <summary>A change of one object.</summary>
/// <example>
/// <code>
/// switch (entry.Object)
/// {
///     case Job job when entry.Operation != OplogOperation.Delete: …
/// }
/// </code>
/// </example>
public sealed record OplogEntry
{
    /// <summary>The position in the oplog. Sequences rise with gaps, and are larger than a double can hold exactly.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened.</summary>
    public required OplogOperation Operation { get; init; }

    /// <summary>What happened, as the server named it.</summary>
    public required string OperationText { get; init; }

    /// <summary>The schema's name of the model; empty without one.</summary>
    public required string Model { get; init; }

    /// <summary>The id of the object; empty without one.</summary>
    public required string Id { get; init; }

    /// <summary>The object after the change, as the deployed data model defines it: a generated model, or a <see cref="JourneyRecord"/>
    /// when the client does not have that model. Null for a delete and when <see cref="Exception"/> has a value.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word; its type is the model's.")]
    public object? Object { get; init; }

    /// <summary>Why the object could not be read, with model, object and field; null when it was read.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The time of the change; null when the server did not send it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Sequence, operation, model and id; no values.</summary>
    public override string ToString() => $"{Sequence} {OperationText} {Model} {Id}";
}
