namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Remembers the ids that an enumeration has returned. If a row moves back across the reading position, the server returns it
/// twice and the enumeration returns it once. UUIDs take 16 bytes each.</summary>
internal sealed class IdDeduplicator
{
    private readonly HashSet<Guid> _uuids = [];
    private HashSet<string>? _others;

    /// <summary>Adds an id.</summary>
    internal bool Add(string id)
        => Guid.TryParseExact(id, "D", out Guid uuid) && id.AsSpan().IndexOfAnyInRange('A', 'F') < 0
            ? _uuids.Add(uuid)
            : (_others ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
}
