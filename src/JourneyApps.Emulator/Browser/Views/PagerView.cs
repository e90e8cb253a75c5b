namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The position of a page in a list.</summary>
/// <param name="First">The number of the first object, from 1; 0 if the page is empty.</param>
/// <param name="Last">The number of the last object.</param>
/// <param name="Total">The number of all objects that match.</param>
/// <param name="Previous">The page before; <see langword="null"/> for the first page.</param>
/// <param name="Next">The page after; <see langword="null"/> for the last page.</param>
internal sealed record PagerView(long First, long Last, long Total, string? Previous, string? Next);
