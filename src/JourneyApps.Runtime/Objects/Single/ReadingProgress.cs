namespace JourneyApps.Internal.Objects.Single;

/// <summary>Ends reading if a server reports more rows but its responses do not advance. Rows that were read before can be returned again
/// while other clients write, so a response without new rows is a fault only if its rows also repeat those of the preceding
/// responses.</summary>
/// <param name="reading">What is read, for the message.</param>
internal sealed class ReadingProgress(string reading)
{
    private HashSet<string>? _repeated;

    /// <summary>Whether the last answer had no new rows.</summary>
    internal bool IsRepeating => _repeated is not null;

    /// <summary>The last answer had a new row.</summary>
    internal void Moved() => _repeated = null;

    /// <summary>The last response had no new row, although the server reported more rows.</summary>
    /// <param name="ids">The ids of its rows.</param>
    /// <exception cref="UnreadableResponseException">The response has no rows that the previous responses did not have.</exception>
    internal void NothingNew(IEnumerable<string> ids)
    {
        _repeated ??= new HashSet<string>(StringComparer.Ordinal);
        bool isElsewhere = false;
        foreach (string id in ids) isElsewhere |= _repeated.Add(id);
        if (!isElsewhere) throw Stalled(reading);
    }

    /// <summary>The exception for reading that would never end.</summary>
    internal static UnreadableResponseException Stalled(string reading)
        => new($"{reading} failed: the server reported more rows but returned no new ones, so reading would never end.");
}
