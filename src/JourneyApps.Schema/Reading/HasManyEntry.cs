namespace JourneyApps.Schema.Reading;

/// <summary>A has-many while the data model is being read.</summary>
internal sealed class HasManyEntry(HasMany value, TextSpan span, bool isPaired)
{
    public HasMany Value { get; private set; } = value;

    public TextSpan Span { get; private set; } = span;

    /// <summary>Whether its belongs-to was found. The platform ignores it otherwise; the data model keeps what is declared.</summary>
    public bool IsPaired { get; private set; } = isPaired;

    /// <summary>Replaces it with another one of its name whose belongs-to was found.</summary>
    public void Replace(HasMany value, TextSpan span) => (Value, Span, IsPaired) = (value, span, true);
}
