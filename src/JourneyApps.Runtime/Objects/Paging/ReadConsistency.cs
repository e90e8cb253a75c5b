namespace JourneyApps;

/// <summary>What a reading of many objects promises while others write.</summary>
public enum ReadConsistency
{
    /// <summary>
    /// The server's order, page after page. No object comes twice in one enumeration;
    /// one that moves across the reading position meanwhile (because an earlier one was deleted, or its sort value changed) may be missing.
    /// </summary>
    Ordered,

    /// <summary>
    /// By slices of ids: every object that was there from start to end comes exactly once, in no order.
    /// Cannot be combined with an order, <c>Take</c> or <c>Skip</c>.
    /// </summary>
    Complete,
}
