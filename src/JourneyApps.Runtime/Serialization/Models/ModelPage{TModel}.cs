namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The response to a list or query call.</summary>
/// <param name="Objects">What could be read, in the server's order.</param>
/// <param name="Unreadable">What could not.</param>
/// <param name="Total">The number of objects that match in total, if the server returned it.</param>
/// <param name="More">Whether the server has objects beyond this page.</param>
internal sealed record ModelPage<TModel>(List<TModel> Objects, IReadOnlyList<UnreadableRow> Unreadable, long? Total, bool More)
{
    /// <summary>How many rows the server sent: what paging advances by.</summary>
    public int Received => Objects.Count + Unreadable.Count;

    /// <summary>The size of the response.</summary>
    public long Bytes { get; set; }
}
