namespace JourneyApps.Oplog;

/// <summary>A change to one object.</summary>
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
    /// <summary>The position in the oplog. Sequence numbers increase with gaps. A double cannot represent all of them exactly.</summary>
    public required long Sequence { get; init; }

    /// <summary>The operation.</summary>
    public required OplogOperation Operation { get; init; }

    /// <summary>The name of the operation as the server sent it.</summary>
    public required string OperationText { get; init; }

    /// <summary>The model's name in the schema; empty if there is none.</summary>
    public required string Model { get; init; }

    /// <summary>The id of the object; empty if there is none.</summary>
    public required string Id { get; init; }

    /// <summary>The object after the change: a generated model, or a <see cref="JourneyRecord"/> if the client does not have the model.
    /// Null for a delete, and if <see cref="Exception"/> has a value.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word; its type is the model's.")]
    public object? Object { get; init; }

    /// <summary>The reason why the object could not be read, with the model, the object and the field; null if the object was
    /// read.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The time of the change; null if the server did not send it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Sequence, operation, model and id; no values.</summary>
    public override string ToString() => $"{Sequence} {OperationText} {Model} {Id}";
}
