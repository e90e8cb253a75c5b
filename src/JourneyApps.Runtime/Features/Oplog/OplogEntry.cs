using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Oplog;

/// <summary>One change of one object.</summary>
/// <example>
/// <code>
/// switch (entry.Object)
/// {
///     case Job job when entry.Operation != OplogOperation.Delete: …
/// }
/// </code>
/// </example>
public record OplogEntry
{
    /// <summary>The place in the log: rising, with gaps, beyond what a double can hold.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened.</summary>
    public required OplogOperation Operation { get; init; }

    /// <summary>What happened, in the server's own word.</summary>
    public required string OperationText { get; init; }

    /// <summary>The schema's name of the model; empty when the server gave none.</summary>
    public required string Model { get; init; }

    /// <summary>The object's id; empty when the server gave none.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The object as it is after the change, rendered with the deployment's current data model: a generated model, or a
    /// <see cref="JourneyRecord"/> for a model that this code does not have. Null for a delete and for an <see cref="UnreadableEntry"/>.
    /// </summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word; its type is the model's.")]
    public object? Object { get; init; }

    /// <summary>When it happened, as the server said; null when it did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Sequence, operation, model and id; no values.</summary>
    public sealed override string ToString() => $"{Sequence} {OperationText} {Model} {Id}";
}
