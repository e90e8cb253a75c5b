namespace JourneyApps.Schema.Reading;

/// <summary>A belongs-to while the data model is being read.</summary>
internal sealed class BelongsToEntry(BelongsTo value, TextSpan span, bool isResolved)
{
    public BelongsTo Value { get; private set; } = value;

    public TextSpan Span { get; private set; } = span;

    /// <summary>Whether its model exists. The platform ignores it otherwise; the data model keeps what is declared.</summary>
    public bool IsResolved { get; private set; } = isResolved;

    /// <summary>The has-many on the other side. There can be only one.</summary>
    public string? HasMany { get; set; }

    /// <summary>Replaces it with another one of its name whose model exists.</summary>
    public void Replace(BelongsTo value, TextSpan span) => (Value, Span, IsResolved) = (value, span, true);
}
