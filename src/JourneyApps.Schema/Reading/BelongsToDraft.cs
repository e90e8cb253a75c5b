namespace JourneyApps.Schema.Reading;

/// <summary>A belongs-to while the data model is being read.</summary>
internal sealed class BelongsToDraft(BelongsTo value, TextSpan span, bool isResolved)
{
    public BelongsTo Value { get; } = value;

    public TextSpan Span { get; } = span;

    /// <summary>Whether its model exists. The platform drops one whose model does not; we keep what was declared.</summary>
    public bool IsResolved { get; } = isResolved;

    /// <summary>The has-many on the other side, once there is one: there can be only one.</summary>
    public string? HasMany { get; set; }
}
