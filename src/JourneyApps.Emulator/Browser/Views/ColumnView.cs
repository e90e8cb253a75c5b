namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A column of a list.</summary>
/// <param name="Key">The name by which lists are sorted.</param>
/// <param name="Label">The heading.</param>
/// <param name="SortUrl">The list sorted by the column; <see langword="null"/> if it cannot be.</param>
/// <param name="IsDescending">The direction of the current order; <see langword="null"/> if the list is not sorted by the column.</param>
/// <param name="IsNumeric">Whether the values are aligned right.</param>
internal sealed record ColumnView(string Key, string Label, string? SortUrl, bool? IsDescending, bool IsNumeric);
