namespace JourneyApps;

/// <summary>A part of a list; handed out only after it was read whole.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Items">The objects, in the server's order; without those that came on an earlier page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items)
{
    /// <summary>How many objects match overall, as the server said with this page; null when it did not say.</summary>
    public long? Total { get; init; }

    /// <summary>Whether further objects exist beyond this page, whatever the caller's own <c>Take</c>.</summary>
    public bool More { get; init; }

    /// <summary>The objects that could not be read; empty unless <see cref="JourneyAppOptions.ReportUnreadableObjects"/>.</summary>
    public IReadOnlyList<UnreadableObjectException> Unreadable { get; init; } = [];
}
