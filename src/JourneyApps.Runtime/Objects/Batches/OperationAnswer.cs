namespace JourneyApps.Internal.Objects.Batches;

/// <summary>What the server said about one operation.</summary>
/// <param name="Success">Whether it was applied.</param>
/// <param name="Error">Why not; null when it was, or when nothing was said.</param>
internal readonly record struct OperationAnswer(bool Success, ApiError? Error)
{
    /// <summary>Whether sending it again may help.</summary>
    internal bool IsPassing => !Success && Error?.Type is ApiError.InternalServerError or ApiError.TooManyRequests;
}
