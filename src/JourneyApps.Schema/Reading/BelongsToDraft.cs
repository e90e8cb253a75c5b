namespace JourneyApps.Schema.Reading;

/// <summary>A belongs-to while the data model is being read.</summary>
internal sealed class BelongsToDraft(BelongsTo value, TextSpan span, bool isResolved)
{
    public BelongsTo Value { get; private set; } = value;

    public TextSpan Span { get; private set; } = span;

    /// <summary>Whether its model exists. The platform drops one whose model does not; we keep what was declared.</summary>
    public bool IsResolved { get; private set; } = isResolved;

    /// <summary>The has-many on the other side, once there is one: there can be only one.</summary>
    public string? HasMany { get; set; }

    /// <summary>Takes another one of its name, whose model exists.</summary>
    public void Replace(BelongsTo value, TextSpan span) => (Value, Span, IsResolved) = (value, span, true);
}
