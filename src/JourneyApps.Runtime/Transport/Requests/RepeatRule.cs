namespace JourneyApps.Internal.Transport.Requests;

/// <summary>
/// Whether a request may be sent again. The verb is the wrong key here: <c>POST query.json</c> only reads, and a batch depends on what is in it.
/// </summary>
internal enum RepeatRule
{
    /// <summary>Repeating changes nothing: reads, and writes under a chosen id with absolute values.</summary>
    Always,

    /// <summary>Repeating could double something or undo others' edits: only when the last attempt provably changed nothing.</summary>
    OnlyWhenNotApplied,
}
