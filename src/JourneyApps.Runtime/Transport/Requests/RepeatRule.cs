namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Whether a request can be sent again. The HTTP method does not tell: <c>POST query.json</c> only reads, and a batch depends on
/// its operations.</summary>
internal enum RepeatRule
{
    /// <summary>A repeat has no further effect: reads, and writes under a chosen id with absolute values.</summary>
    Always,

    /// <summary>A repeat could apply something twice or undo others' edits: only if the last attempt certainly changed nothing.</summary>
    OnlyWhenNotApplied,
}
