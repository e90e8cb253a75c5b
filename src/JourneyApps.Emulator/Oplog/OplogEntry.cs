namespace JourneyApps.Emulator.Oplog;

/// <summary>An entry of the oplog.</summary>
/// <param name="Sequence">Its position: strictly increasing, with gaps.</param>
/// <param name="Operation">The change.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Row">The object after the change; the last values of a deleted object.</param>
internal sealed record OplogEntry(long Sequence, OplogOperation Operation, string Model, StoredRow Row)
{
    /// <summary>The operation as the oplog and webhooks name it.</summary>
    public string OperationName => Operation switch
    {
        OplogOperation.Create => "create",
        OplogOperation.Update => "update",
        OplogOperation.Delete => "delete",
        _ => throw new InvalidOperationException(Operation.ToString()),
    };
}
