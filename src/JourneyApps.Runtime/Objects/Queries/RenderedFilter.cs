namespace JourneyApps.Internal.Objects.Queries;

/// <summary>A filter as the query call takes it.</summary>
/// <param name="Expression">The text, with one question mark per argument.</param>
/// <param name="Arguments">The values, in order.</param>
internal sealed record RenderedFilter(string Expression, IReadOnlyList<RecordValue> Arguments);
