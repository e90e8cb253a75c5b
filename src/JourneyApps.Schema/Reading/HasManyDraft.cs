namespace JourneyApps.Schema.Reading;

/// <summary>A has-many while the data model is being read.</summary>
internal sealed class HasManyDraft(HasMany value, TextSpan span, bool isPaired)
{
    public HasMany Value { get; private set; } = value;

    public TextSpan Span { get; private set; } = span;

    /// <summary>Whether its other side was found. The platform drops one whose was not; we keep what was declared.</summary>
    public bool IsPaired { get; private set; } = isPaired;

    /// <summary>Takes another one of its name, whose other side was found.</summary>
    public void Replace(HasMany value, TextSpan span) => (Value, Span, IsPaired) = (value, span, true);
}
