namespace JourneyApps.Internal.Objects.Single;

/// <summary>Ends reading when a server says that there is more and its answers do not move. Rows that were read before can come again
/// while others write, so an answer without new rows is a fault only if its rows also repeat those of the answers just before it.</summary>
/// <param name="reading">What is read, for the message.</param>
internal sealed class ReadingProgress(string reading)
{
    private HashSet<string>? _repeated;

    /// <summary>Whether the last answer had no new rows.</summary>
    internal bool IsRepeating => _repeated is not null;

    /// <summary>The last answer had a new row.</summary>
    internal void Moved() => _repeated = null;

    /// <summary>The last answer had no new row, although the server says that there is more.</summary>
    /// <param name="ids">The ids of its rows.</param>
    /// <exception cref="UnreadableResponseException">The answer brings nothing that the previous ones did not.</exception>
    internal void NothingNew(IEnumerable<string> ids)
    {
        _repeated ??= new HashSet<string>(StringComparer.Ordinal);
        bool isElsewhere = false;
        foreach (string id in ids) isElsewhere |= _repeated.Add(id);
        if (!isElsewhere) throw Stalled(reading);
    }

    /// <summary>The exception for reading that would never end.</summary>
    internal static UnreadableResponseException Stalled(string reading)
        => new($"{reading} failed: the server says that there is more and returns nothing new, so reading would never end.");
}
