namespace JourneyApps.Internal.Objects.Paging;

/// <summary>A range of ids that was read.</summary>
/// <param name="Range">The range.</param>
/// <param name="Page">All objects of the range; null when the server does not compare ids ordinally. Ranges then prove nothing, and nothing
/// that was read counts.</param>
internal sealed record IdRangePage<T>(IdRange Range, ModelPage<T>? Page);
