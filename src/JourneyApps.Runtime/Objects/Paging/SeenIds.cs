namespace JourneyApps.Internal.Objects.Paging;

/// <summary>
/// The ids that an enumeration has handed out. A row that slides back across the reading position comes twice from the server and must not from us.
/// UUIDs are kept as 16 bytes each.
/// </summary>
internal sealed class SeenIds
{
    private readonly HashSet<Guid> _uuids = [];
    private HashSet<string>? _others;

    /// <summary>Notes an id.</summary>
    /// <returns>False when it was there before.</returns>
    internal bool Add(string id)
        => Guid.TryParseExact(id, "D", out Guid uuid) && id.AsSpan().IndexOfAnyInRange('A', 'F') < 0
            ? _uuids.Add(uuid)
            : (_others ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
}
