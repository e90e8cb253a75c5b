namespace JourneyApps;

/// <summary>What reading many objects promises while others write.</summary>
public enum ReadConsistency
{
    /// <summary>The server's order, page after page. No object comes twice in one enumeration. One that moves across the reading position,
    /// because an earlier one was deleted or its sort value changed, may be missing.</summary>
    Ordered,

    /// <summary>By ranges of ids: every object that exists from start to end comes exactly once, in no particular order. Cannot be combined
    /// with an order, <c>Take</c> or <c>Skip</c>.</summary>
    Complete,
}
