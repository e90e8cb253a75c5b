namespace JourneyApps;

/// <summary>A page of a list. It is returned after it was read completely.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Items">The objects in the server's order, without those that an earlier page contained.</param>
public sealed record Page<T>(IReadOnlyList<T> Items)
{
    /// <summary>The total number of matching objects that the server returned with this page; null if it did not return a total.</summary>
    public long? Total { get; init; }

    /// <summary>Whether there are further objects after this page, regardless of <c>Take</c>.</summary>
    public bool More { get; init; }

    /// <summary>The objects that could not be read; empty unless <see cref="JourneyAppOptions.ReportUnreadableObjects"/> is set.</summary>
    public IReadOnlyList<UnreadableObjectException> Unreadable { get; init; } = [];

    /// <summary>The size of the response.</summary>
    internal long Bytes { get; init; }
}
