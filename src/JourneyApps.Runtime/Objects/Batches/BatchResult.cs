namespace JourneyApps;

/// <summary>The result of one operation of a batch.</summary>
/// <param name="Operation">The caller's own operation, with the caller's own object.</param>
/// <param name="Index">Its place in the sequence, from 0.</param>
/// <param name="Status">Its result.</param>
public sealed record BatchResult(BatchOperation Operation, long Index, BatchStatus Status)
{
    /// <summary>Why it failed; null when the server said nothing about it.</summary>
    public ApiError? Error { get; init; }

    /// <summary>The exception of the whole request, or the reason why the operation was not sent; null when there is none.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether the server is in the state that the operation asks for.</summary>
    public bool IsDone => Status is not (BatchStatus.Failed or BatchStatus.NotAttempted or BatchStatus.Unknown);

    /// <summary>The operation and its status; the detail quotes the user's data and is left out.</summary>
    public override string ToString() => Error is null ? $"{Operation}: {Status}" : $"{Operation}: {Status} ({Error})";
}
