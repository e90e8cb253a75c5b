namespace JourneyApps;

/// <summary>The guarantee of an enumeration while other clients write.</summary>
public enum ReadConsistency
{
    /// <summary>Objects are returned in the server's order, page by page. No object is returned twice in one enumeration. An object that
    /// moves across the current position, because an earlier object was deleted or its own sort value changed, can be missing.</summary>
    Ordered,

    /// <summary>Objects are read in ranges of ids. Every object that exists during the whole enumeration is returned exactly once, in no
    /// particular order. Cannot be combined with an order, <c>Take</c> or <c>Skip</c>.</summary>
    Complete,
}
