namespace JourneyApps;

/// <summary>The result of one operation of a batch.</summary>
/// <param name="Operation">The operation that you passed, with your own object.</param>
/// <param name="Index">The position of the operation in the sequence, starting at 0.</param>
/// <param name="Status">The status of the operation.</param>
public sealed record BatchResult(BatchOperation Operation, long Index, BatchStatus Status)
{
    /// <summary>The reason for the failure; null if the server did not state one.</summary>
    public ApiError? Error { get; init; }

    /// <summary>The exception of the whole request, or the reason why the operation was not sent; null if there is none.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether the server has the state that the operation requests.</summary>
    public bool IsDone => Status is not (BatchStatus.Failed or BatchStatus.NotAttempted or BatchStatus.Unknown);

    /// <summary>The operation and its status. The detail is omitted, because it can quote the user's data.</summary>
    public override string ToString() => Error is null ? $"{Operation}: {Status}" : $"{Operation}: {Status} ({Error})";
}
