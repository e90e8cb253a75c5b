using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps;

/// <summary>
/// A whole replace was refused before it was sent, because it would have cleared what this code cannot send back:
/// members that it does not know, or a track. Update instead, or allow it with <see cref="DataLossHandling.Allow"/>.
/// </summary>
public sealed class ReplaceRefusedException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public ReplaceRefusedException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public ReplaceRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public ReplaceRefusedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The names of the members that would have been lost, as the schema writes them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
