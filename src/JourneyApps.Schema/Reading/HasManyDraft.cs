namespace JourneyApps.Schema.Reading;

/// <summary>A has-many while the data model is being read.</summary>
internal sealed record HasManyDraft(HasMany Value, TextSpan Span);
