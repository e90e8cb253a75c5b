namespace JourneyApps;

/// <summary>What became of one operation.</summary>
/// <param name="Operation">The caller's own operation, with the caller's own object.</param>
/// <param name="Index">Its place in the sequence, from 0.</param>
/// <param name="Status">What became of it.</param>
public sealed record BatchResult(BatchOperation Operation, long Index, BatchStatus Status)
{
    /// <summary>Why it failed; null when the server said nothing about it.</summary>
    public ApiError? Error { get; init; }

    /// <summary>The fault of the whole request, or what kept the operation from being sent at all; else null.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether what was wanted is so on the server.</summary>
    public bool IsDone => Status is BatchStatus.Applied or BatchStatus.AlreadyDeleted or BatchStatus.AlreadyExists or BatchStatus.Unchanged;

    /// <summary>The operation and its status; the detail quotes the user's data and is left out.</summary>
    public override string ToString() => Error is null ? $"{Operation}: {Status}" : $"{Operation}: {Status} ({Error})";
}
